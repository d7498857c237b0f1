package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"hearsay/internal/store"
)

// completeName offers the names of the case that begin with what was typed:
// people, organisations and outlets. It derives nothing and says nothing where
// there is no case.
func (a *app) completeName(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	const none = cobra.ShellCompDirectiveNoFileComp
	if !exists(a.path()) {
		return nil, none
	}
	db, err := store.OpenExisting(cmd.Context(), a.path())
	if err != nil {
		return nil, none
	}
	defer db.Close()
	offered := map[string]bool{}
	var list []string
	offer := func(name string) {
		if name = oneLine(name); !offered[name] && strings.HasPrefix(strings.ToLower(name), strings.ToLower(typed)) {
			offered[name] = true
			list = append(list, name)
		}
	}
	identities, err := db.Identities(cmd.Context())
	if err != nil {
		return nil, none
	}
	for _, id := range identities {
		offer(id.Name)
	}
	reports, err := db.Publications(cmd.Context(), nil)
	for _, r := range reports {
		offer(r.Outlet)
	}
	if err != nil {
		return nil, none
	}
	return list, none
}

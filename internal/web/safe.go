package web

import (
	"net"
	"net/http"
	"strings"

	"hearsay"
)

// policy allows what comes from this server and nothing else: no inline script
// or style, no frame, no other host.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guarded refuses what does not come from a page of the desk itself, and tells
// browsers what its pages may do.
func guarded(next http.Handler) http.Handler {
	var crossOrigin http.CrossOriginProtection
	next = crossOrigin.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// A name of another site that leads to this machine is not the desk: it
		// would let that site read the case.
		if !loopback(r.Host) {
			http.Error(w, "hearsay answers at 127.0.0.1 and localhost only", http.StatusMisdirectedRequest)
			return
		}
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// loopback tells whether a host, with or without a port, is this machine.
func loopback(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	ip := net.ParseIP(name)
	return strings.EqualFold(name, "localhost") || ip != nil && ip.IsLoopback()
}

// Listen opens an address of this machine. Any other is refused: the desk
// knows no accounts, so whoever reaches it may read and rule.
func Listen(address string) (net.Listener, error) {
	if !loopback(address) {
		return nil, hearsay.Errorf(hearsay.CodeRefused, address, "is not an address of this machine alone").
			Do("use 127.0.0.1 or localhost: whoever can reach the desk can read the case")
	}
	l, err := net.Listen("tcp", address)
	if err != nil {
		return nil, hearsay.Errorf(hearsay.CodeUsage, address, "cannot be listened on: %w", err).
			Do("is another hearsay serving there? Choose another port: --listen 127.0.0.1:8081")
	}
	return l, nil
}

package fetch

import (
	"fmt"
	"net"
	"net/netip"
	"syscall"

	"hearsay"
)

// special lists the ranges beyond netip's own predicates that do not lead to
// the public internet (IANA special-purpose registries), and the one cloud
// metadata service that hides behind a public address.
var special = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"), // carrier-grade NAT
	netip.MustParsePrefix("168.63.129.16/32"),
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"),
	netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"),
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("100::/64"),
	netip.MustParsePrefix("2001::/32"), // Teredo
	netip.MustParsePrefix("2001:db8::/32"),
	netip.MustParsePrefix("fec0::/10"),
}

// Public tells whether addr is an address of the public internet. An IPv4
// address in an IPv6 coat (mapped, NAT64, 6to4) is judged by what it hides.
func Public(addr netip.Addr) bool {
	addr = unwrap(addr.WithZone(""))
	if !addr.IsGlobalUnicast() || addr.IsPrivate() {
		return false
	}
	for _, p := range special {
		if p.Contains(addr) {
			return false
		}
	}
	return true
}

var (
	nat64     = netip.MustParsePrefix("64:ff9b::/96")
	sixToFour = netip.MustParsePrefix("2002::/16")
)

func unwrap(addr netip.Addr) netip.Addr {
	addr = addr.Unmap()
	b := addr.As16()
	switch {
	case nat64.Contains(addr):
		return netip.AddrFrom4([4]byte(b[12:16]))
	case sixToFour.Contains(addr):
		return netip.AddrFrom4([4]byte(b[2:6]))
	}
	return addr
}

// guard refuses a connection to an address that is not public. It runs on
// the very address that is dialled, after name resolution, so a name that
// resolves differently the second time gains nothing.
func guard(network, address string, _ syscall.RawConn) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return fmt.Errorf("guard %s %s: %w", network, address, err)
	}
	addr, err := netip.ParseAddr(host)
	if err != nil {
		return fmt.Errorf("guard %s %s: %w", network, address, err)
	}
	if Public(addr) {
		return nil
	}
	return hearsay.Errorf(hearsay.CodeRefused, "", "leads to %s, an address of a private or local network", host).
		Do("if you trust it, read it with: hearsay read --allow-private ADDRESS")
}

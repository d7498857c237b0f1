package cli

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"hearsay/internal/fetch"
	"hearsay/internal/pipeline"
	"hearsay/internal/store"
	"hearsay/internal/trace"
	"hearsay/internal/web"
)

func (a *app) serveCommand() *cobra.Command {
	var address string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Open the case in a browser: the desk",
		Long: `Serves the pages of the case to this machine alone, until it is stopped with
Ctrl-C. Everything comes out of the program; no request leaves the machine.`,
		Example: `  hearsay serve
  hearsay demo --case demo.db && hearsay serve --case demo.db`,
		Args: nothingMore,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context(), address) },
	}
	cmd.Flags().StringVar(&address, "listen", "127.0.0.1:8080", "address of this machine to answer at")
	return cmd
}

// Time limits of a connection: the desk is used by one person, but a stuck
// client must not keep it from ending.
const (
	headerLimit = 10 * time.Second
	endLimit    = 3 * time.Second
)

// garbagePercent of a desk: it stays open for hours beside other programs, so it
// lets less garbage lie than a command that reads and ends. On a case of 100,000
// reports it takes two thirds of the memory, and reading is not seen to be slower.
const garbagePercent = 150

func (a *app) serve(ctx context.Context, address string) error {
	if os.Getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(garbagePercent))
	}
	listener, err := web.Listen(address)
	if err != nil {
		return err
	}
	defer listener.Close()
	db, err := a.openOrMake(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	tracer, err := trace.New(db)
	if err != nil {
		return err
	}
	reader := deskReader{app: a, db: db, client: fetch.New(fetch.Options{Version: version()}), memory: &pipeline.Memory{}}
	desk, err := web.New(web.Options{DB: db, Tracer: tracer, Reader: reader, Now: a.Now})
	if err != nil {
		return err
	}
	server := &http.Server{Handler: desk.Handler(), ReadHeaderTimeout: headerLimit}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	fmt.Fprintf(a.Out, "The desk is open at http://%s/ (stop it with Ctrl-C)\n", listener.Addr())
	select {
	case err = <-ended:
		desk.Close()
	case <-ctx.Done():
		desk.Close()
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), endLimit)
		defer cancel()
		if server.Shutdown(last) != nil {
			server.Close()
		}
		return nil
	}
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// openOrMake opens the case, and makes an empty one where there is none: what
// to read can be dropped on the desk.
func (a *app) openOrMake(ctx context.Context) (*store.DB, error) {
	if exists(a.path()) {
		return a.open(ctx)
	}
	return store.Open(ctx, a.path())
}

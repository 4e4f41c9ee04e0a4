// makelog writes a log as C2SP tlog-tiles lay it out, with Go's own tlog and note: what a stock log looks like to our verifier.
// Usage: makelog DIR ENTRIES [BYTES] ; entries of at least so many bytes; prints the log's verifier key.
package main

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	origin = "example.org/stock"
	height = 8 // of a tile: 256 hashes
)

func main() {
	if len(os.Args) < 3 || len(os.Args) > 4 {
		log.Fatal("usage: makelog DIR ENTRIES [BYTES]")
	}
	entries, err := strconv.ParseInt(os.Args[2], 10, 64)
	if err != nil || entries < 1 {
		log.Fatal("ENTRIES must be a number above 0")
	}
	dir, least := os.Args[1], 0
	if len(os.Args) == 4 {
		least, err = strconv.Atoi(os.Args[3])
		must(err)
	}
	var hashes []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		found := make([]tlog.Hash, len(indexes))
		for at, index := range indexes {
			found[at] = hashes[index]
		}
		return found, nil
	})
	var bundle []byte
	for n := range entries {
		entry := fmt.Appendf(nil, "entry %d of a log that somebody else wrote", n)
		entry = append(entry, make([]byte, max(0, least-len(entry)))...)
		more, err := tlog.StoredHashes(n, entry, reader)
		must(err)
		hashes = append(hashes, more...)
		bundle = binary.BigEndian.AppendUint16(bundle, uint16(len(entry)))
		bundle = append(bundle, entry...)
		if width := n%256 + 1; width == 256 || n == entries-1 {
			write(dir, path(fmt.Sprintf("tile/entries/%s", number(n/256)), int(width)), bundle)
			bundle = nil
		}
	}
	for _, tile := range tlog.NewTiles(height, 0, entries) {
		data, err := tlog.ReadTileData(tile, reader)
		must(err)
		write(dir, path(fmt.Sprintf("tile/%d/%s", tile.L, number(tile.N)), tile.W), data)
	}
	root, err := tlog.TreeHash(entries, reader)
	must(err)
	secret, public, err := note.GenerateKey(rand.Reader, origin)
	must(err)
	signer, err := note.NewSigner(secret)
	must(err)
	text := fmt.Sprintf("%s\n%d\n%s\n", origin, entries, base64.StdEncoding.EncodeToString(root[:]))
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	must(err)
	write(dir, "checkpoint", signed)
	fmt.Println(public)
}

// number is N of a tile's path: x001/x234/067.
func number(n int64) string {
	text := fmt.Sprintf("%03d", n%1000)
	for n /= 1000; n > 0; n /= 1000 {
		text = fmt.Sprintf("x%03d/%s", n%1000, text)
	}
	return text
}

func path(whole string, width int) string {
	if width == 256 {
		return whole
	}
	return fmt.Sprintf("%s.p/%d", whole, width)
}

func write(dir, name string, data []byte) {
	file := filepath.Join(dir, filepath.FromSlash(name))
	must(os.MkdirAll(filepath.Dir(file), 0o755))
	must(os.WriteFile(file, data, 0o644))
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

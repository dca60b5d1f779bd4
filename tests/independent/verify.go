// Command verify checks a record that offerbook published, without any code of offerbook.
//
//	verify [-log-only] FOLDER [FOLDER…]   checks built authority folders, each with a folder record/
//	verify note FILE KEY                  checks one signed note against one verifier key
//
// It prints one line for each authority, and ends with 1 if anything is wrong.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	tileHeight = 8
	tileWidth  = 1 << tileHeight
	// The library's number for the level that holds entries instead of hashes.
	entriesLevel = -1
	// Larger sizes cannot stand on a disk; refusing them keeps the arithmetic of positions safe.
	largestSize = 1 << 40
	// Up to this size the inclusion of every entry is proved, above it that of a sample.
	proveAllUpTo = 2000
)

// A log is what is known of one authority's log while it is checked.
type log struct {
	folder  string              // the authority's folder
	inForce note.Verifier       // the key that signs now
	keys    []note.Verifier     // every key there ever was, each once
	tree    tlog.Tree           // what the current checkpoint says
	tiles   *tileFolder         // the tiles on the disk
	hashes  tlog.HashReader     // hashes, each of them proved to belong to the tree
	entries [][]byte            // the leaves
	leaves  []tlog.Hash         // the hash of each leaf
	archive map[int64]tlog.Tree // every archived checkpoint, by its size

	proved, versions, withheld, bodies int // how much was checked
}

func main() {
	logOnly := flag.Bool("log-only", false, "check the log, and not the files beside each version")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "Name the folder of an authority, such as public/derby; or: verify note FILE KEY")
		os.Exit(2)
	}
	if flag.Arg(0) == "note" && flag.NArg() == 3 {
		if failure := verifyNote(flag.Arg(1), flag.Arg(2)); failure != nil {
			fmt.Printf("%s: WRONG: %v\n", flag.Arg(1), failure)
			os.Exit(1)
		}
		fmt.Printf("%s: signed by this key\n", flag.Arg(1))
		return
	}
	wrong := false
	for _, folder := range flag.Args() {
		summary, failure := verifyAuthority(folder, *logOnly)
		if failure != nil {
			wrong = true
			summary = fmt.Sprintf("WRONG: %v", failure)
		}
		fmt.Printf("%s: %s\n", folder, summary)
	}
	if wrong {
		fmt.Println("A record cannot be mended by hand. Build the site again; if it is still wrong, compare it with an earlier copy.")
		os.Exit(1)
	}
}

// verifyNote checks a signed note against one key.
func verifyNote(file, key string) error {
	verifier, failure := note.NewVerifier(strings.TrimSpace(key))
	if failure != nil {
		return fmt.Errorf("the key cannot be read: %w", failure)
	}
	message, failure := os.ReadFile(file)
	if failure != nil {
		return failure
	}
	_, failure = note.Open(message, note.VerifierList(verifier))
	return failure
}

// verifyAuthority checks everything about one authority, and says what was checked.
func verifyAuthority(folder string, logOnly bool) (string, error) {
	log := &log{folder: folder, archive: map[int64]tlog.Tree{}}
	steps := []func() error{log.readKeys, log.readCheckpoint, log.readEntries, log.proveEntries, log.readArchive}
	if !logOnly {
		steps = append(steps, log.checkVersions)
	}
	for _, step := range steps {
		if failure := step(); failure != nil {
			return "", failure
		}
	}
	summary := fmt.Sprintf("keys %d, entries decoded %d, inclusions proved %d, archived checkpoints consistent %d",
		len(log.keys), len(log.entries), log.proved, len(log.archive))
	if logOnly {
		return summary + ", log only", nil
	}
	return fmt.Sprintf("%s, versions checked %d, their bodies %d, versions withheld %d",
		summary, log.versions, log.bodies, log.withheld), nil
}

// read gives a file of the authority, named by its path in the folder.
func (log *log) read(path string) ([]byte, error) {
	content, failure := os.ReadFile(filepath.Join(log.folder, path))
	if failure != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", path, errors.Unwrap(failure))
	}
	return content, nil
}

// present gives a tile, or the full one that replaced it.
func (log *log) present(tile tlog.Tile) tlog.Tile {
	full := tile
	full.W = tileWidth
	for _, one := range []tlog.Tile{tile, full} {
		if _, failure := os.Stat(filepath.Join(log.folder, tilePath(one))); failure == nil {
			return one
		}
	}
	return tile
}

// list gives the names in a folder of the authority, in order; a folder that is missing has none.
func (log *log) list(path string) ([]string, error) {
	found, failure := os.ReadDir(filepath.Join(log.folder, path))
	if errors.Is(failure, fs.ErrNotExist) {
		return nil, nil
	}
	names := []string{}
	for _, file := range found {
		names = append(names, file.Name())
	}
	return names, failure
}

// readKeys reads the key in force, and follows the rotations from the last to the first.
func (log *log) readKeys() error {
	content, failure := log.read("record/vkey")
	if failure != nil {
		return failure
	}
	current := strings.TrimSuffix(string(content), "\n")
	if log.inForce, failure = note.NewVerifier(current); failure != nil {
		return fmt.Errorf("record/vkey is no verifier key: %w", failure)
	}
	log.keys = []note.Verifier{log.inForce}
	known := map[string]bool{current: true}
	names, failure := log.list("record/keys")
	if failure != nil {
		return failure
	}
	// Their names are moments, and so in the order of time.
	for position := len(names) - 1; position >= 0; position-- {
		path := "record/keys/" + names[position]
		before, failure := log.readRotation(path, current)
		if failure != nil {
			return fmt.Errorf("%s: %w", path, failure)
		}
		if !known[before] {
			verifier, failure := note.NewVerifier(before)
			if failure != nil || verifier.Name() != log.inForce.Name() {
				return fmt.Errorf("%s: the old key has another name than record/vkey", path)
			}
			known[before], log.keys = true, append(log.keys, verifier)
		}
		current = before
	}
	return nil
}

// readRotation checks that old and new key signed a rotation to the given key, and gives the old key.
func (log *log) readRotation(path, to string) (string, error) {
	message, failure := log.read(path)
	if failure != nil {
		return "", failure
	}
	text, _, _ := strings.Cut(string(message), "\n\n")
	keys, failure := keysAndValues(text)
	if failure != nil {
		return "", failure
	}
	if keys["new"] != to {
		return "", fmt.Errorf("it rotates to the key %q, and the next key in the chain is %q", keys["new"], to)
	}
	for _, side := range []string{"old", "new"} {
		if failure := verifyNote(filepath.Join(log.folder, path), keys[side]); failure != nil {
			return "", fmt.Errorf("not signed by its %s key: %w", side, failure)
		}
	}
	return keys["old"], nil
}

// openCheckpoint checks that one of the keys signed a checkpoint, and reads it.
func openCheckpoint(message []byte, keys ...note.Verifier) (tlog.Tree, error) {
	opened, failure := note.Open(message, note.VerifierList(keys...))
	if failure != nil {
		return tlog.Tree{}, fmt.Errorf("its signature does not hold: %w", failure)
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" {
		return tlog.Tree{}, errors.New("its text must have three lines")
	}
	if lines[0] != keys[0].Name() {
		return tlog.Tree{}, fmt.Errorf("its origin is %q, and the key's name is %q", lines[0], keys[0].Name())
	}
	size, failure := strconv.ParseInt(lines[1], 10, 64)
	if failure != nil || size < 0 || size > largestSize || strconv.FormatInt(size, 10) != lines[1] {
		return tlog.Tree{}, fmt.Errorf("%q is no size", lines[1])
	}
	root, failure := readHash(lines[2])
	if failure == nil && size == 0 && root != sha256.Sum256(nil) {
		failure = errors.New("the root of an empty log must be SHA-256 of nothing")
	}
	return tlog.Tree{N: size, Hash: root}, failure
}

// readCheckpoint opens the current checkpoint; only the key in force may sign it.
func (log *log) readCheckpoint() error {
	message, failure := log.read("record/checkpoint")
	if failure != nil {
		return failure
	}
	if log.tree, failure = openCheckpoint(message, log.inForce); failure != nil {
		return fmt.Errorf("record/checkpoint: %w", failure)
	}
	log.tiles = &tileFolder{log: log, kept: map[string][]byte{}}
	log.hashes = tlog.TileHashReader(log.tree, log.tiles)
	return nil
}

// A tileFolder reads tiles from the disk for the library, which proves them.
type tileFolder struct {
	log  *log
	kept map[string][]byte
}

// tilePath is where a tile stands. The library puts the height into the path, the published layout does not.
func tilePath(tile tlog.Tile) string {
	path := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight))
	return "record/tile/" + strings.Replace(path, "data/", "entries/", 1)
}

// Height is the height of every tile.
func (folder *tileFolder) Height() int { return tileHeight }

// SaveTiles has nothing to do: the tiles stand on the disk already.
func (folder *tileFolder) SaveTiles([]tlog.Tile, [][]byte) {}

// ReadTiles reads each tile once; where a partial tile is gone, the full one that replaced it is read.
func (folder *tileFolder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	contents := make([][]byte, len(tiles))
	for position, tile := range tiles {
		there := folder.log.present(tile)
		path := tilePath(there)
		content, kept := folder.kept[path]
		if !kept {
			var failure error
			if content, failure = folder.log.read(path); failure != nil {
				return nil, failure
			}
			if len(content) != there.W*tlog.HashSize {
				return nil, fmt.Errorf("%s has %d bytes instead of %d", path, len(content), there.W*tlog.HashSize)
			}
			if failure = folder.checkFull(there, content); failure != nil {
				return nil, failure
			}
			folder.kept[path] = content
		}
		contents[position] = content[:tile.W*tlog.HashSize]
	}
	return contents, nil
}

// checkFull compares a full tile with its hash in the tile above. The library does so too, but in some versions
// leaves tiles out when several of the hashes that make the root stand in one tile.
func (folder *tileFolder) checkFull(tile tlog.Tile, content []byte) error {
	if tile.W < tileWidth {
		return nil
	}
	above := tlog.Tile{H: tileHeight, L: tile.L + 1, N: tile.N / tileWidth, W: tileWidth}
	if rest := folder.log.tree.N>>(tileHeight*above.L) - above.N*tileWidth; rest < tileWidth {
		above.W = int(rest)
	}
	contents, failure := folder.ReadTiles([]tlog.Tile{above})
	if failure != nil {
		return failure
	}
	halves := [2]tlog.Hash{}
	for half := range halves {
		position := tlog.StoredHashIndex(tile.L*tileHeight+tileHeight-1, 2*tile.N+int64(half))
		if halves[half], failure = tlog.HashFromTile(tile, content, position); failure != nil {
			return failure
		}
	}
	root, start := tlog.NodeHash(halves[0], halves[1]), tile.N%tileWidth*tlog.HashSize
	if !bytes.Equal(root[:], contents[0][start:start+tlog.HashSize]) {
		return fmt.Errorf("%s does not have the hash that %s holds for it", tilePath(tile), tilePath(above))
	}
	return nil
}

// checkRoot checks that the tiles at the end of a log of this size lead to its root.
func (log *log) checkRoot(tree tlog.Tree) error {
	_, failure := tlog.TreeHash(tree.N, tlog.TileHashReader(tree, log.tiles))
	if failure == nil {
		return nil
	}
	paths := []string{}
	for level := 0; tree.N>>(tileHeight*level) > 0; level++ {
		count := tree.N >> (tileHeight * level)
		if width := int(count % tileWidth); width > 0 {
			tile := tlog.Tile{H: tileHeight, L: level, N: count / tileWidth, W: width}
			paths = append(paths, tilePath(log.present(tile)))
		}
	}
	return fmt.Errorf("%s: not the tiles of the root of size %d: %w", strings.Join(paths, ", "), tree.N, failure)
}

// readEntries decodes every bundle, and compares each leaf with a hash that is proved to be in the tree.
func (log *log) readEntries() error {
	if failure := log.checkRoot(log.tree); failure != nil {
		return failure
	}
	for number := int64(0); number*tileWidth < log.tree.N; number++ {
		width := tileWidth
		if rest := log.tree.N - number*tileWidth; rest < tileWidth {
			width = int(rest)
		}
		hashTile := tlog.Tile{H: tileHeight, L: 0, N: number, W: width}
		bundle := hashTile
		bundle.L = entriesLevel
		positions := make([]int64, width)
		for offset := range positions {
			positions[offset] = tlog.StoredHashIndex(0, number*tileWidth+int64(offset))
		}
		hashes, failure := log.hashes.ReadHashes(positions)
		if failure != nil {
			return failure
		}
		entries, failure := log.readBundle(bundle, hashes)
		if failure != nil {
			return failure
		}
		log.entries, log.leaves = append(log.entries, entries...), append(log.leaves, hashes...)
	}
	return nil
}

// readBundle decodes a bundle, and compares each entry with the hash that it must have.
func (log *log) readBundle(bundle tlog.Tile, hashes []tlog.Hash) ([][]byte, error) {
	path := tilePath(bundle)
	content, failure := log.read(path)
	if failure != nil {
		return nil, failure
	}
	entries, failure := decodeBundle(content, bundle.W)
	if failure != nil {
		return nil, fmt.Errorf("%s: %w", path, failure)
	}
	for offset, entry := range entries {
		if tlog.RecordHash(entry) != hashes[offset] {
			index := bundle.N*tileWidth + int64(offset)
			return nil, fmt.Errorf("%s: entry %d does not have the hash that the hash tile holds", path, index)
		}
	}
	return entries, nil
}

// decodeBundle splits a bundle into its entries.
func decodeBundle(content []byte, count int) ([][]byte, error) {
	entries := make([][]byte, count)
	for position := range entries {
		if len(content) < 2 || len(content)-2 < int(binary.BigEndian.Uint16(content)) {
			return nil, fmt.Errorf("ends within entry %d of %d", position+1, count)
		}
		end := 2 + int(binary.BigEndian.Uint16(content))
		entries[position], content = content[2:end], content[end:]
	}
	if len(content) > 0 {
		return nil, fmt.Errorf("has %d bytes after its last entry", len(content))
	}
	return entries, nil
}

// proveEntries makes and checks inclusion proofs.
func (log *log) proveEntries() error {
	for index, leaf := range log.leaves {
		number, size := int64(index), log.tree.N
		besideTile := (number+1)%tileWidth <= 2
		if size > proveAllUpTo && number != size-1 && number%97 != 0 && !besideTile {
			continue
		}
		proof, failure := tlog.ProveRecord(size, number, log.hashes)
		if failure == nil {
			failure = tlog.CheckRecord(proof, size, log.tree.Hash, number, leaf)
		}
		if failure != nil {
			return fmt.Errorf("entry %d is not proved to be in record/checkpoint: %w", index, failure)
		}
		log.proved++
	}
	return nil
}

// readArchive checks that every archived checkpoint is signed and consistent with the current one.
func (log *log) readArchive() error {
	names, failure := log.list("record/checkpoints")
	if failure != nil {
		return failure
	}
	for _, name := range names {
		path := "record/checkpoints/" + name
		message, failure := log.read(path)
		if failure != nil {
			return failure
		}
		tree, failure := openCheckpoint(message, log.keys...)
		if failure == nil && strconv.FormatInt(tree.N, 10) != name {
			failure = fmt.Errorf("it says that the size is %d", tree.N)
		}
		// An empty log has no proof: everything grows from it.
		if failure == nil && tree.N > 0 {
			failure = log.checkConsistency(tree)
			if failure == nil {
				failure = log.checkTilesOf(tree)
			}
		}
		if failure != nil {
			return fmt.Errorf("%s: %w", path, failure)
		}
		log.archive[tree.N] = tree
	}
	if log.archive[log.tree.N] != log.tree {
		return fmt.Errorf("record/checkpoints/%d is missing, or is not what record/checkpoint says", log.tree.N)
	}
	return nil
}

// checkConsistency proves that the log now is the log as it was, and more.
func (log *log) checkConsistency(earlier tlog.Tree) error {
	if earlier.N > log.tree.N {
		return fmt.Errorf("its size is %d, and that of record/checkpoint only %d", earlier.N, log.tree.N)
	}
	proof, failure := tlog.ProveTree(log.tree.N, earlier.N, log.hashes)
	if failure == nil {
		failure = tlog.CheckTree(proof, log.tree.N, log.tree.Hash, earlier.N, earlier.Hash)
	}
	if failure != nil {
		return fmt.Errorf("not consistent with record/checkpoint: %w", failure)
	}
	return nil
}

// checkTilesOf checks that a log of a size signed earlier can still be read: its partial tiles are there, or
// the full ones that replace them. Its entries stand in the bundles of later sizes as well.
func (log *log) checkTilesOf(tree tlog.Tree) error {
	return log.checkRoot(tree)
}

// walk visits every file below a folder of the authority; a folder that is missing has none.
func (log *log) walk(path string, visit func(path string) error) error {
	return filepath.WalkDir(filepath.Join(log.folder, path), func(place string, file fs.DirEntry, failure error) error {
		if errors.Is(failure, fs.ErrNotExist) {
			return nil
		}
		if failure != nil || file.IsDir() {
			return failure
		}
		relative, failure := filepath.Rel(log.folder, place)
		if failure != nil {
			return failure
		}
		return visit(filepath.ToSlash(relative))
	})
}

var (
	publicationForm = regexp.MustCompile(`^[\pL\pN_-]+(/[\pL\pN_-]+)*$`)
	versionForm     = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}(\.\d+)?$`)
	entryPlace      = regexp.MustCompile(`/versions/[^/]+/(entry\.txt|record\.tlog-proof)$`)
)

// checkVersions checks the files beside every version that the log names, and that there are no others.
func (log *log) checkVersions() error {
	facts := make([]map[string]string, len(log.entries))
	withheld := map[string]int{}
	for index, entry := range log.entries {
		first, rest, _ := strings.Cut(string(entry), "\n")
		fact, failure := keysAndValues(rest)
		if failure == nil && (first != "offerbook-entry/v1" || fact["kind"] == "") {
			failure = errors.New("it is no entry of the form offerbook-entry/v1")
		}
		if failure != nil {
			return fmt.Errorf("entry %d: %w", index, failure)
		}
		facts[index] = fact
		if fact["kind"] == "redact" {
			withheld[fact["publication"]+" "+fact["version"]] = index
		}
	}
	sealed := map[string]bool{}
	for index, fact := range facts {
		if fact["kind"] != "version" {
			continue
		}
		if !publicationForm.MatchString(fact["publication"]) || !versionForm.MatchString(fact["version"]) {
			return fmt.Errorf("entry %d names no publication and version", index)
		}
		folder := fact["publication"] + "/versions/" + fact["version"] + "/"
		if sealed[folder] {
			return fmt.Errorf("entry %d is a second one for %s", index, folder)
		}
		sealed[folder] = true
		if failure := log.checkSeal(int64(index), folder); failure != nil {
			return failure
		}
		if withheld[fact["publication"]+" "+fact["version"]] > index {
			log.withheld++
			continue
		}
		if failure := log.checkRecord(folder, fact); failure != nil {
			return failure
		}
		log.versions++
	}
	return log.walk(".", func(path string) error {
		if place := entryPlace.FindStringIndex(path); place != nil && !sealed[strings.TrimSuffix(filepath.Dir(path), "/")+"/"] {
			return fmt.Errorf("%s is beside a version that the log does not name", path)
		}
		return nil
	})
}

// checkSeal checks a version's entry.txt and record.tlog-proof against the log.
func (log *log) checkSeal(index int64, folder string) error {
	path := folder + "entry.txt"
	content, failure := log.read(path)
	if failure != nil {
		return failure
	}
	if !bytes.Equal(content, log.entries[index]) {
		return fmt.Errorf("%s is not entry %d of the log", path, index)
	}
	path = folder + "record.tlog-proof"
	if content, failure = log.read(path); failure != nil {
		return failure
	}
	if failure := log.checkProof(content, index); failure != nil {
		return fmt.Errorf("%s: %w", path, failure)
	}
	return nil
}

// checkProof reads a proof in the form tlog-proof@v1, and checks it for the entry with this index.
func (log *log) checkProof(content []byte, index int64) error {
	head, checkpoint, _ := strings.Cut(string(content), "\n\n")
	lines := strings.Split(head, "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("its first line is not that of a proof")
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		if _, failure := base64.StdEncoding.DecodeString(lines[0][len("extra "):]); failure != nil {
			return fmt.Errorf("its extra line is not base64: %w", failure)
		}
		lines = lines[1:]
	}
	if len(lines) == 0 || lines[0] != fmt.Sprintf("index %d", index) {
		return fmt.Errorf("it does not say “index %d”", index)
	}
	proof := tlog.RecordProof{}
	for _, line := range lines[1:] {
		hash, failure := readHash(line)
		if failure != nil {
			return failure
		}
		proof = append(proof, hash)
	}
	tree, failure := openCheckpoint([]byte(checkpoint), log.keys...)
	if failure != nil {
		return fmt.Errorf("its checkpoint: %w", failure)
	}
	if failure := tlog.CheckRecord(proof, tree.N, tree.Hash, index, log.leaves[index]); failure != nil {
		return fmt.Errorf("the inclusion proof does not hold: %w", failure)
	}
	if archived, found := log.archive[tree.N]; !found || archived != tree {
		return fmt.Errorf("its checkpoint is not the archived one of size %d", tree.N)
	}
	for size := range log.archive {
		if index < size && size < tree.N {
			return fmt.Errorf("its checkpoint has size %d, and that of size %d covers it first", tree.N, size)
		}
	}
	return nil
}

// checkRecord checks a version's record.txt against its entry, and the recorded bodies against record.txt.
func (log *log) checkRecord(folder string, fact map[string]string) error {
	path := folder + "record.txt"
	content, failure := log.read(path)
	if failure != nil {
		return failure
	}
	if fact["record"] != digest(content) {
		return fmt.Errorf("%s: its digest is %s, and the log says %s", path, digest(content), fact["record"])
	}
	listed := map[string]bool{}
	for _, line := range strings.Split(string(content), "\n") {
		key, value, _ := strings.Cut(line, ": ")
		if (key == "publication" || key == "version") && value != fact[key] {
			return fmt.Errorf("%s: it is of another %s than its entry", path, key)
		}
		if key != "body" {
			continue
		}
		parts := strings.SplitN(value, " ", 3)
		if len(parts) != 3 {
			return fmt.Errorf("%s: a line cannot be read: %q", path, line)
		}
		place := folder + "recorded/" + parts[2] + ".txt"
		body, failure := log.read(place)
		if failure != nil {
			return failure
		}
		if parts[0] != digest(body) || parts[1] != strconv.Itoa(len(body)) {
			return fmt.Errorf("%s is not what record.txt says", place)
		}
		listed[place] = true
		log.bodies++
	}
	return log.walk(folder+"recorded/body", func(path string) error {
		if !listed[path] {
			return fmt.Errorf("%s is not in record.txt", path)
		}
		return nil
	})
}

// digest is SHA-256 as record.txt writes it.
func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// keysAndValues reads lines “key: value”; a key that comes twice could be read in two ways.
func keysAndValues(text string) (map[string]string, error) {
	found := map[string]string{}
	for _, line := range strings.Split(text, "\n") {
		key, value, isPair := strings.Cut(line, ": ")
		if _, twice := found[key]; twice {
			return nil, fmt.Errorf("%q comes twice", key)
		}
		if isPair {
			found[key] = value
		}
	}
	return found, nil
}

// readHash reads a hash in base64, written in the one way that is allowed.
func readHash(text string) (tlog.Hash, error) {
	content, failure := base64.StdEncoding.Strict().DecodeString(text)
	if failure != nil || len(content) != tlog.HashSize || base64.StdEncoding.EncodeToString(content) != text {
		return tlog.Hash{}, fmt.Errorf("%q is no hash", text)
	}
	return *(*tlog.Hash)(content), nil
}

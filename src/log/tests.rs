//! The log's arithmetic against another implementation of it, and against published examples.

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use proptest::prelude::*;
use sha2::Sha256;

use super::tiles;
use super::*;

fn entries(count: usize) -> Vec<Vec<u8>> {
    (0..count)
        .map(|n| format!("entry {n}").into_bytes())
        .collect()
}

fn tree(count: usize) -> Tree {
    let entries = entries(count);
    Tree::of_entries(entries.iter().map(Vec::as_slice))
}

#[test]
fn roots_agree_with_another_implementation() {
    let mut other = MemoryBackedTree::<Sha256, Vec<u8>>::new();
    let ours = tree(300);
    for (size, entry) in entries(300).into_iter().enumerate() {
        if size > 0 {
            let root: Hash = other.root().as_bytes().as_slice().try_into().unwrap();
            assert_eq!(ours.root_at(size as u64), Some(root), "{size}");
        }
        other.push(entry);
    }
    assert_eq!(ours.root_at(0), Some(root_of_nothing()));
    assert_eq!(ours.root_at(301), None);
}

#[test]
fn every_proof_of_small_logs_holds_and_no_other_does() {
    let entries = entries(40);
    let tree = tree(40);
    for size in 1..=40 {
        let root = tree.root_at(size).unwrap();
        for index in 0..size {
            let leaf = leaf_hash(&entries[usize::try_from(index).unwrap()]);
            let proof = tree.inclusion(index, size).unwrap();
            assert!(verify_inclusion(&leaf, index, size, &proof, &root));
            assert!(!verify_inclusion(&leaf, index + 1, size, &proof, &root));
            assert!(!verify_inclusion(
                &leaf_hash(b"x"),
                index,
                size,
                &proof,
                &root
            ));
            let mut longer = proof.clone();
            longer.push(root);
            assert!(!verify_inclusion(&leaf, index, size, &longer, &root));
        }
        for old in 0..=size {
            let old_root = tree.root_at(old).unwrap();
            let proof = tree.consistency(old, size).unwrap();
            assert!(
                verify_consistency((old, &old_root), (size, &root), &proof),
                "{old} {size}"
            );
            let wrong = [9; 32];
            assert!(
                !verify_consistency((old, &wrong), (size, &root), &proof),
                "{old} {size}"
            );
            if old > 0 && old < size {
                assert!(!verify_consistency(
                    (old, &old_root),
                    (size, &wrong),
                    &proof
                ));
            }
        }
    }
}

proptest! {
    #[test]
    fn proofs_agree_with_another_implementation(
        size in 1_usize..700,
        at in any::<prop::sample::Index>(),
        before in any::<prop::sample::Index>(),
    ) {
        let mut other = MemoryBackedTree::<Sha256, Vec<u8>>::new();
        for entry in entries(size) {
            other.push(entry);
        }
        let ours = tree(size);
        let index = at.index(size);
        let proof = other.prove_inclusion(index);
        let theirs: Vec<Hash> = proof.as_bytes().as_chunks::<32>().0.to_vec();
        prop_assert_eq!(ours.inclusion(index as u64, size as u64).unwrap(), theirs);
        let old = before.index(size) + 1;
        let proof = ours.consistency(old as u64, size as u64).unwrap();
        if old < size {
            let additions = size - old;
            let theirs: Vec<Hash> =
                other.prove_consistency(additions).as_bytes().as_chunks::<32>().0.to_vec();
            prop_assert_eq!(&proof, &theirs);
        }
    }

    #[test]
    fn tiles_hold_the_tree_and_the_entries(size in 0_usize..1400) {
        let entries = entries(size);
        let slices: Vec<&[u8]> = entries.iter().map(Vec::as_slice).collect();
        let tree = tree(size);
        let files = tiles::files(&tree, &slices).unwrap();
        let mut read: Vec<Vec<u8>> = Vec::new();
        let mut leaves = Vec::new();
        for file in &files {
            if file.path.starts_with("entries/") {
                read.extend(tiles::entries(&file.bytes).unwrap().iter().map(|one| one.to_vec()));
            } else if file.path.starts_with("0/") {
                leaves.extend(tiles::hashes(&file.bytes).unwrap());
            }
        }
        prop_assert_eq!(read, entries);
        prop_assert_eq!(Tree::new(leaves).root(), tree.root());
    }
}

#[test]
fn tiles_are_named_as_the_specification_says() {
    assert_eq!(tiles::path("0", 1_234_067, 256), "0/x001/x234/067");
    assert_eq!(tiles::path("entries", 0, 17), "entries/000.p/17");
    let count = |level| tiles::tiles_of_level(level, 70_000).len();
    assert_eq!((count(0), count(1), count(2), count(3)), (274, 2, 1, 0));
    let last = |level| tiles::tiles_of_level(level, 70_000).pop().unwrap().0;
    assert_eq!(last(0), "0/273.p/112");
    assert_eq!(last(1), "1/001.p/17");
    assert_eq!(last(2), "2/000.p/1");
    let of_256: Vec<String> = (0..3)
        .flat_map(|level| tiles::tiles_of_level(level, 256))
        .map(|(path, ..)| path)
        .collect();
    assert_eq!(of_256, ["0/000", "1/000.p/1"]);
}

#[test]
fn tiles_of_earlier_sizes_stay_until_full_ones_take_their_place() {
    let paths = |size: usize, earlier: &[u64]| -> Vec<String> {
        let files = tiles::earlier(&tree(size), earlier);
        files.into_iter().map(|file| file.path).collect()
    };
    assert_eq!(paths(3, &[0, 1, 3]), ["0/000.p/1"]);
    assert_eq!(paths(256, &[1, 255]), Vec::<String>::new());
    assert_eq!(
        paths(1000, &[333, 999]),
        ["0/003.p/231", "1/000.p/1", "1/000.p/3"]
    );
    let part = tiles::earlier(&tree(300), &[260]);
    let hashes = tiles::hashes(&part[0].bytes).unwrap();
    assert_eq!(hashes, tree(260).whole_subtrees(0)[256..]);
}

#[test]
fn an_entry_that_is_too_long_is_refused() {
    let long = vec![b'x'; ENTRY_LIMIT + 1];
    let tree = Tree::of_entries([long.as_slice()]);
    assert!(tiles::files(&tree, &[&long]).is_none());
    let fits = vec![b'x'; ENTRY_LIMIT];
    let tree = Tree::of_entries([fits.as_slice()]);
    assert!(tiles::files(&tree, &[&fits]).is_some());
}

#[test]
fn bundles_that_break_off_are_refused() {
    assert!(tiles::entries(&[0, 3, b'a', b'b']).is_none());
    assert!(tiles::entries(&[0]).is_none());
    assert!(tiles::hashes(&[0; 33]).is_none());
}

/// The example of the Go package `sumdb/note`, whose format this is.
#[test]
fn a_published_note_verifies() {
    let key: VerifierKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
        .parse()
        .unwrap();
    let text = "If you think cryptography is the answer to your problem,\n\
                then you don't know what your problem is.\n\
                \n\
                — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    let note: Note = text.parse().unwrap();
    assert_eq!(key.signed(&note), Signed::Yes);
    assert_eq!(note.to_string(), text);
    let changed: Note = text.replace("answer", "cause!").parse().unwrap();
    assert_eq!(key.signed(&changed), Signed::Wrong);
}

/// The example with a key in the specification itself (C2SP signed-note).
#[test]
fn the_note_of_the_specification_verifies() {
    let key: VerifierKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
        .parse()
        .unwrap();
    let text = "This is an example message.\n\n\
                — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    let note: Note = text.parse().unwrap();
    assert_eq!(key.signed(&note), Signed::Yes);
    let changed: Note = text.replace("message", "massage").parse().unwrap();
    assert_eq!(key.signed(&changed), Signed::Wrong);
}

#[test]
fn keys_round_trip_and_mistakes_in_them_are_told() {
    let key = SignerKey::new("council.example/derby", [7; 32]).unwrap();
    let again: SignerKey = key.secret_text().parse().unwrap();
    assert_eq!(again.verifier(), key.verifier());
    let public: VerifierKey = key.verifier().to_string().parse().unwrap();
    assert_eq!(&public, key.verifier());
    assert!(!format!("{key:?}").contains("PRIVATE"));
    let wrong = key.secret_text().replace("derby", "derbx");
    assert!(
        wrong
            .parse::<SignerKey>()
            .unwrap_err()
            .contains("id does not fit")
    );
    assert!("PRIVATE+KEY+x".parse::<SignerKey>().is_err());
    assert!(SignerKey::new("two words", [7; 32]).is_none());
}

#[test]
fn checkpoints_and_cosignatures_round_trip() {
    let key = SignerKey::new("council.example/derby", [7; 32]).unwrap();
    let witness = SignerKey::witness("witness.example/w1", [8; 32]).unwrap();
    let tree = tree(3);
    let checkpoint = Checkpoint {
        origin: "council.example/derby".to_owned(),
        size: 3,
        root: tree.root(),
    };
    let mut signed = checkpoint.sign(&[&key]);
    let cosignature = witness.cosign(&signed.note.text, 1_700_000_000);
    signed.note.signatures.push(cosignature);
    let read: SignedCheckpoint = signed.to_string().parse().unwrap();
    assert_eq!(read, signed);
    assert!(read.checkpoint.is_start_of(&tree));
    assert_eq!(key.verifier().signed(&read.note), Signed::Yes);
    assert_eq!(
        witness.verifier().cosigned(&read.note),
        Cosigned::At(1_700_000_000)
    );
    assert_eq!(key.verifier().cosigned(&read.note), Cosigned::No);
    // Cut off anywhere but after a whole signature, it is refused.
    let text = signed.to_string();
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let is_whole = text[..end].ends_with('\n') && text[..end].contains("\n— ");
        assert_eq!(
            text[..end].parse::<SignedCheckpoint>().is_ok(),
            is_whole,
            "{end}"
        );
    }
}

#[test]
fn a_proof_round_trips_and_a_cut_one_is_refused() {
    let key = SignerKey::new("council.example/derby", [7; 32]).unwrap();
    let entries = entries(5);
    let tree = tree(5);
    let proof = Proof {
        index: 3,
        hashes: tree.inclusion(3, 5).unwrap(),
        checkpoint: Checkpoint {
            origin: "council.example/derby".to_owned(),
            size: 5,
            root: tree.root(),
        }
        .sign(&[&key]),
    };
    let text = proof.to_string();
    let read: Proof = text.parse().unwrap();
    assert_eq!(read, proof);
    assert!(read.proves(&entries[3]));
    assert!(!read.proves(&entries[2]));
    assert!(
        text.replace("index 3", "index 03")
            .parse::<Proof>()
            .is_err()
    );
    assert!(text[..60].parse::<Proof>().is_err());
}

#[test]
fn entries_round_trip_and_nothing_else_is_read() {
    let text = "offerbook-entry/v1\nkind: version\npublication: kinship-local-offer\n\
                version: 2026-07-01.2\nrecorded: 2026-07-01T09:14:07Z\n\
                record: sha256:0000000000000000000000000000000000000000000000000000000000000000\n\
                previous: 388\n";
    let entry: Entry = text.parse().unwrap();
    assert_eq!(entry.to_string(), text);
    assert_eq!(entry.previous, Some(388));
    for (from, to) in [
        ("388", "0388"),
        ("kind: version", "kind: versions"),
        ("sha256:", "sha1:"),
        ("previous: 388\n", "previous: 388"),
        ("previous: 388\n", "previous: 388\nmore: x\n"),
        ("v1", "v2"),
    ] {
        assert!(text.replace(from, to).parse::<Entry>().is_err(), "{to}");
    }
}

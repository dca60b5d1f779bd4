//! Signed notes (C2SP signed-note): a text, and lines that say who signed it.

use std::fmt;
use std::str::FromStr;

use base64ct::{Base64, Encoding};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use sha2::{Digest, Sha256};

/// What a line of signature begins with.
const MARK: &str = "\u{2014} ";
/// The sign of a plain Ed25519 signature.
const PLAIN: u8 = 1;
/// The sign of a witness's cosignature with a time.
const COSIGNATURE: u8 = 4;
/// More signatures than this are not looked at.
const MANY: usize = 64;

/// A text with its signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The text, with its last line end.
    pub text: String,
    /// The signatures.
    pub signatures: Vec<NoteSignature>,
}

/// One line of signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteSignature {
    /// Who signed.
    pub name: String,
    /// Which of their keys.
    pub id: [u8; 4],
    /// The signature itself.
    pub bytes: Vec<u8>,
}

impl fmt::Display for NoteSignature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [self.id.as_slice(), &self.bytes].concat();
        write!(f, "{MARK}{} {}", self.name, Base64::encode_string(&bytes))
    }
}

impl FromStr for NoteSignature {
    type Err = ();

    fn from_str(line: &str) -> Result<Self, ()> {
        let (name, signature) = line
            .strip_prefix(MARK)
            .and_then(|rest| rest.rsplit_once(' '))
            .ok_or(())?;
        let bytes = Base64::decode_vec(signature).map_err(|_| ())?;
        let (id, bytes) = bytes.split_first_chunk::<4>().ok_or(())?;
        is_name(name)
            .then(|| Self {
                name: name.to_owned(),
                id: *id,
                bytes: bytes.to_vec(),
            })
            .ok_or(())
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        for signature in &self.signatures {
            writeln!(f, "{signature}")?;
        }
        Ok(())
    }
}

/// Reads a signed note. The error says what is wrong with it.
impl FromStr for Note {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.chars().any(|c| c < ' ' && c != '\n') {
            return Err("it holds characters that a signed note may not have".to_owned());
        }
        let (text, lines) = text
            .rsplit_once("\n\n")
            .ok_or("it has no empty line before its signatures: it is cut off, or not signed")?;
        let lines = lines
            .strip_suffix('\n')
            .ok_or("its last line is not complete: it is cut off")?;
        let signatures: Vec<NoteSignature> = lines
            .split('\n')
            .take(MANY)
            .map(|line| {
                line.parse()
                    .map_err(|()| format!("the line “{line}” is not a signature"))
            })
            .collect::<Result<_, _>>()?;
        Ok(Self {
            text: format!("{text}\n"),
            signatures,
        })
    }
}

/// The public half of a key: with it anyone can check signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifierKey {
    /// Whose it is: for a log, the log's origin.
    name: String,
    sort: u8,
    public: [u8; 32],
}

/// What a key says of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    /// It has not signed it.
    No,
    /// It has.
    Yes,
    /// There is a signature by it that is wrong.
    Wrong,
}

/// What a witness's key says of a checkpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cosigned {
    /// It has not signed it.
    No,
    /// It has, first at this time, in seconds since 1970.
    At(u64),
    /// There is a signature by it that is wrong.
    Wrong,
}

impl VerifierKey {
    /// Whose it is.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The public key (RFC 8032).
    pub fn public(&self) -> &[u8; 32] {
        &self.public
    }

    /// What tells it from other keys of the same name.
    pub fn id(&self) -> [u8; 4] {
        key_id(&self.name, self.sort, &self.public)
    }

    /// Whether this key signed a note.
    pub fn signed(&self, note: &Note) -> Signed {
        if self.sort != PLAIN {
            return Signed::No;
        }
        let mut answer = Signed::No;
        for signature in self.of(note) {
            if !verifies(&self.public, note.text.as_bytes(), &signature.bytes) {
                return Signed::Wrong;
            }
            answer = Signed::Yes;
        }
        answer
    }

    /// Whether this witness signed a checkpoint, and when (C2SP tlog-cosignature).
    pub fn cosigned(&self, note: &Note) -> Cosigned {
        if self.sort != COSIGNATURE {
            return Cosigned::No;
        }
        let mut answer = Cosigned::No;
        for signature in self.of(note) {
            let Some((time, bytes)) = signature.bytes.split_first_chunk::<8>() else {
                return Cosigned::Wrong;
            };
            let time = u64::from_be_bytes(*time);
            let signed = format!("cosignature/v1\ntime {time}\n{}", note.text);
            if !verifies(&self.public, signed.as_bytes(), bytes) {
                return Cosigned::Wrong;
            }
            answer = match answer {
                Cosigned::At(first) => Cosigned::At(first.min(time)),
                _ => Cosigned::At(time),
            };
        }
        answer
    }

    fn of<'n>(&self, note: &'n Note) -> impl Iterator<Item = &'n NoteSignature> + use<'n> {
        let (name, id) = (self.name.clone(), self.id());
        note.signatures
            .iter()
            .filter(move |one| one.name == name && one.id == id)
    }
}

fn verifies(public: &[u8; 32], text: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(&ED25519, public)
        .verify(text, signature)
        .is_ok()
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [&[self.sort], self.public.as_slice()].concat();
        let id = hexadecimal(&self.id());
        write!(f, "{}+{id}+{}", self.name, Base64::encode_string(&bytes))
    }
}

/// Reads `name+id+key`.
impl FromStr for VerifierKey {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut parts = text.trim_end_matches('\n').splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err("it is not of the form name+id+key".to_owned());
        };
        let bytes = Base64::decode_vec(key).map_err(|_| "its last part is not base64")?;
        let (sort, public) = bytes.split_first().ok_or("its last part is empty")?;
        let public: [u8; 32] = public
            .try_into()
            .map_err(|_| "it is not an Ed25519 key of 32 bytes")?;
        if ![PLAIN, COSIGNATURE].contains(sort) {
            return Err("it is a key of another sort than Ed25519".to_owned());
        }
        if !is_name(name) {
            return Err("its name is empty, or has spaces in it".to_owned());
        }
        let key = Self {
            name: name.to_owned(),
            sort: *sort,
            public,
        };
        match hexadecimal(&key.id()) == id {
            true => Ok(key),
            false => Err("its id does not fit its name and key: a letter is wrong".to_owned()),
        }
    }
}

/// The private half of a key. It is never printed but by [`SignerKey::secret_text`].
pub struct SignerKey {
    verifier: VerifierKey,
    seed: [u8; 32],
    pair: Ed25519KeyPair,
}

impl fmt::Debug for SignerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SignerKey({})", self.verifier)
    }
}

impl SignerKey {
    /// The key of 32 random bytes. `None` where the name cannot be a key's.
    pub fn new(name: &str, seed: [u8; 32]) -> Option<Self> {
        Self::of_sort(name, seed, PLAIN)
    }

    /// A witness's key.
    pub fn witness(name: &str, seed: [u8; 32]) -> Option<Self> {
        Self::of_sort(name, seed, COSIGNATURE)
    }

    fn of_sort(name: &str, seed: [u8; 32], sort: u8) -> Option<Self> {
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).ok()?;
        let public: [u8; 32] = pair.public_key().as_ref().try_into().ok()?;
        is_name(name).then(|| Self {
            verifier: VerifierKey {
                name: name.to_owned(),
                sort,
                public,
            },
            seed,
            pair,
        })
    }

    /// The public half.
    pub fn verifier(&self) -> &VerifierKey {
        &self.verifier
    }

    /// Signs a text that ends with a line end.
    pub fn sign(&self, text: &str) -> NoteSignature {
        NoteSignature {
            name: self.verifier.name.clone(),
            id: self.verifier.id(),
            bytes: self.pair.sign(text.as_bytes()).as_ref().to_vec(),
        }
    }

    /// Cosigns a checkpoint's text at a time, in seconds since 1970.
    pub fn cosign(&self, text: &str, time: u64) -> NoteSignature {
        let signed = format!("cosignature/v1\ntime {time}\n{text}");
        let signature = self.pair.sign(signed.as_bytes());
        NoteSignature {
            name: self.verifier.name.clone(),
            id: self.verifier.id(),
            bytes: [time.to_be_bytes().as_slice(), signature.as_ref()].concat(),
        }
    }

    /// The private key as it is kept in a file: `PRIVATE+KEY+name+id+key`.
    pub fn secret_text(&self) -> String {
        let bytes = [&[self.verifier.sort], self.seed.as_slice()].concat();
        format!(
            "PRIVATE+KEY+{}+{}+{}\n",
            self.verifier.name,
            hexadecimal(&self.verifier.id()),
            Base64::encode_string(&bytes)
        )
    }
}

/// Reads a private key. The error never holds any of it.
impl FromStr for SignerKey {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let rest = text
            .trim()
            .strip_prefix("PRIVATE+KEY+")
            .ok_or("it does not begin with PRIVATE+KEY+")?;
        let mut parts = rest.splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err("it is cut off".to_owned());
        };
        let bytes = Base64::decode_vec(key).map_err(|_| "its last part is not base64")?;
        let (sort, seed) = bytes.split_first().ok_or("its last part is empty")?;
        let seed: [u8; 32] = seed
            .try_into()
            .map_err(|_| "its last part has not the right length: it is cut off")?;
        let key = Some(*sort)
            .filter(|sort| [PLAIN, COSIGNATURE].contains(sort))
            .and_then(|sort| Self::of_sort(name, seed, sort))
            .ok_or("it is not an Ed25519 key with a name")?;
        match hexadecimal(&key.verifier.id()) == id {
            true => Ok(key),
            false => Err("its id does not fit: a letter is wrong".to_owned()),
        }
    }
}

/// The first four bytes of SHA-256 of name, line end, sort and key.
fn key_id(name: &str, sort: u8, public: &[u8; 32]) -> [u8; 4] {
    let mut hasher = Sha256::new();
    hasher.update(name.as_bytes());
    hasher.update([b'\n', sort]);
    hasher.update(public);
    let [a, b, c, d, ..]: [u8; 32] = hasher.finalize().into();
    [a, b, c, d]
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && !name
            .chars()
            .any(|c| c.is_whitespace() || c == '+' || c < ' ')
}

/// Lower-case hexadecimal digits.
fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

//! A time-stamp authority in a temporary folder, run by the `openssl` command.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

/// What a certificate for stamps says when all is well.
pub const STAMPS: &str = "basicConstraints = critical, CA:false\n\
                          keyUsage = critical, digitalSignature\n\
                          extendedKeyUsage = critical, timeStamping\n\
                          subjectKeyIdentifier = hash\n";
/// What a certificate says that may issue others.
pub const ISSUES: &str = "basicConstraints = critical, CA:true\n\
                      keyUsage = critical, keyCertSign\n\
                      subjectKeyIdentifier = hash\n";

const SETTINGS: &str = "
[ req ]
distinguished_name = none
[ none ]
[ ca ]
default_ca = issuer
[ issuer ]
new_certs_dir = .
database = database
default_md = sha256
policy = any
unique_subject = no
rand_serial = yes
[ any ]
O = optional
CN = optional
[ tsa ]
default_tsa = authority
[ authority ]
serial = serial
signer_digest = sha256
default_policy = 1.3.6.1.4.1.32473.1
digests = sha256, sha512
accuracy = secs:1
";

/// A folder with keys and certificates: `root`, `middle` and `stamps`.
pub struct Authority {
    folder: TempDir,
}

impl Authority {
    /// One with a root that issued the certificate for stamps.
    pub fn new(key: &str) -> Self {
        Self::with_certificate(key, STAMPS)
    }

    /// One whose certificate for stamps says this.
    pub fn with_certificate(key: &str, says: &str) -> Self {
        let authority = Self::with_root(key);
        authority.issue("root", "stamps", key, says, &[]);
        authority
    }

    /// One whose certificate for stamps ran out long ago.
    pub fn out_of_time(key: &str) -> Self {
        let authority = Self::with_root(key);
        let days = [
            "-startdate",
            "20200101000000Z",
            "-enddate",
            "20200201000000Z",
        ];
        authority.issue("root", "stamps", key, STAMPS, &days);
        authority
    }

    /// One with a certificate, which says this, between the root and the one for stamps.
    pub fn with_middle(key: &str, says: &str) -> Self {
        let authority = Self::with_root(key);
        authority.issue("root", "middle", key, says, &[]);
        authority.issue("middle", "stamps", key, STAMPS, &[]);
        authority
    }

    /// One whose certificate for stamps issued itself.
    pub fn alone(key: &str, says: &str) -> Self {
        let authority = Self::empty();
        authority.self_issue("stamps", key, says);
        authority
    }

    fn with_root(key: &str) -> Self {
        let authority = Self::empty();
        authority.self_issue("root", key, ISSUES);
        authority
    }

    fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let authority = Self { folder };
        authority.write("settings", SETTINGS);
        authority.write("database", "");
        authority.write("serial", "01");
        authority
    }

    fn self_issue(&self, name: &str, key: &str, says: &str) {
        self.write("settings", format!("{SETTINGS}[ says ]\n{says}"));
        let (out, key_out) = (format!("{name}.pem"), format!("{name}.key"));
        let subject = format!("/O=Test Trust/CN=Test {name}");
        let mut arguments = vec!["req", "-x509", "-extensions", "says", "-days", "30"];
        arguments.extend(["-out", &out, "-keyout", &key_out, "-subj", &subject]);
        arguments.extend(new_key(key));
        self.openssl(&arguments);
    }

    fn issue(&self, by: &str, name: &str, key: &str, says: &str, days: &[&str]) {
        let (out, key_out) = (format!("{name}.pem"), format!("{name}.key"));
        let subject = format!("/O=Test Trust/CN=Test {name}");
        let mut arguments = vec!["req", "-new", "-out", "ask", "-keyout", &key_out];
        arguments.extend(["-subj", &subject]);
        arguments.extend(new_key(key));
        self.openssl(&arguments);
        self.write("says", says);
        let (issuer, issuer_key) = (format!("{by}.pem"), format!("{by}.key"));
        let mut arguments = vec![
            "ca", "-config", "settings", "-batch", "-notext", "-in", "ask",
        ];
        arguments.extend(["-cert", &issuer, "-keyfile", &issuer_key, "-out", &out]);
        arguments.extend(["-extfile", "says"]);
        arguments.extend(if days.is_empty() {
            &["-days", "30"]
        } else {
            days
        });
        self.openssl(&arguments);
    }

    /// Answers a request. More settings may follow, such as how it names its certificate.
    pub fn answer(&self, request: &[u8], more: &str) -> Vec<u8> {
        self.write("query", request);
        let keys = "signer_cert = stamps.pem\nsigner_key = stamps.key\n";
        self.write("settings", format!("{SETTINGS}{keys}{more}"));
        let arguments = ["ts", "-reply", "-config", "settings", "-queryfile", "query"];
        self.openssl(&[&arguments[..], &["-out", "reply"]].concat());
        self.read("reply")
    }

    /// Signs another authority's statement, in whatever way.
    pub fn sign(&self, statement: &[u8], how: &[&str]) -> Vec<u8> {
        self.write("statement", statement);
        let mut arguments = vec!["cms", "-sign", "-binary", "-nodetach", "-nosmimecap"];
        arguments.extend(["-in", "statement", "-outform", "DER", "-out", "signed"]);
        arguments.extend(["-signer", "stamps.pem", "-inkey", "stamps.key"]);
        arguments.extend(how);
        self.openssl(&arguments);
        self.read("signed")
    }

    /// The text of some of its certificates, one after the other.
    pub fn certificates(&self, names: &[&str]) -> String {
        let text = |name: &&str| fs::read_to_string(self.path(&format!("{name}.pem"))).unwrap();
        names.iter().map(text).collect()
    }

    /// A certificate's bytes.
    pub fn certificate(&self, name: &str) -> Vec<u8> {
        let file = format!("{name}.pem");
        self.openssl(&["x509", "-in", &file, "-outform", "DER", "-out", "bytes"]);
        self.read("bytes")
    }

    /// Puts a file into its folder.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).unwrap();
    }

    /// Reads a file in its folder.
    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs the command in its folder, and gives what it prints.
    pub fn openssl(&self, arguments: &[&str]) -> String {
        let done = Command::new("openssl")
            .args(arguments)
            .current_dir(self.folder.path())
            .output()
            .expect("these tests need the openssl command (OpenSSL 3)");
        let problems = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "openssl {arguments:?}: {problems}");
        String::from_utf8_lossy(&done.stdout).into_owned()
    }
}

fn new_key(key: &str) -> Vec<&str> {
    let mut arguments = vec!["-nodes", "-config", "settings", "-newkey"];
    match key.strip_prefix("curve:") {
        Some("P-384") => arguments.extend(["ec", "-pkeyopt", "ec_paramgen_curve:P-384"]),
        Some("P-521") => arguments.extend(["ec", "-pkeyopt", "ec_paramgen_curve:P-521"]),
        Some(_) => arguments.extend(["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]),
        None => arguments.push(key),
    }
    arguments
}

/** The Nu HTML checker, which knows the standard that browsers follow: https://validator.github.io/validator/ */

import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const JAR = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** A page may be very deep: the checker asks for a larger stack than Java gives. */
const JAVA = ["-Xss8m", "-jar", JAR];

/** What the checker says of these files and of every page in these folders, in one run. */
export async function checkHtml(places) {
  const options = ["--skip-non-html", "--no-langdetect", "--format", "json", "--stdout", "--exit-zero-always"];
  const { stdout } = await promisify(execFile)("java", [...JAVA, ...options, ...places], { maxBuffer: 256 * 1024 * 1024 });
  return JSON.parse(stdout).messages.map(({ type, subType, message, url, extract, lastLine, lastColumn }) => ({
    sort: subType ?? type,
    message,
    file: url?.startsWith("file:") ? fileURLToPath(url) : "",
    at: `${lastLine ?? "?"}:${lastColumn ?? "?"}`,
    extract: (extract ?? "").replace(/\s+/g, " "),
  }));
}

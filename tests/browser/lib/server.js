/**
 * A web server as plain as a static host can be: files, a folder's `index.html`, and `404.html` for
 * what is not there. Everything stands under one prefix. Its policy allows nothing but files of the
 * site itself, and no inline script or style.
 */

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".pdf": "application/pdf",
};

const HEADERS = {
  "content-security-policy": "default-src 'self'",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

/** Serves a folder under a prefix. Resolves to its origin and a way to stop. */
export async function serve(folder, prefix = "/") {
  const server = createServer((request, response) => {
    answer(folder, prefix, request)
      .then(({ status, headers, body }) => {
        response.writeHead(status, { ...HEADERS, ...headers });
        response.end(request.method === "HEAD" ? undefined : body);
      })
      .catch((error) => {
        response.writeHead(500, HEADERS);
        response.end(String(error));
      });
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}

async function answer(folder, prefix, request) {
  const { pathname } = new URL(request.url, "http://127.0.0.1");
  const wanted = decodeURIComponent(pathname);
  // Browsers ask for it unasked; it is no part of a site.
  if (wanted === "/favicon.ico") return { status: 204, headers: {}, body: "" };
  if (!wanted.startsWith(prefix)) return { status: 404, headers: { "content-type": TYPES[".txt"] }, body: "Outside the site" };
  const file = path.join(folder, wanted.slice(prefix.length));
  if (!inside(folder, file) || hidden(folder, file)) return missing(folder);
  const found = await stat(file).catch(() => null);
  if (found?.isFile()) return whole(file);
  if (found?.isDirectory()) {
    if (!wanted.endsWith("/")) return { status: 301, headers: { location: `${pathname}/` }, body: "" };
    const index = path.join(file, "index.html");
    if (await stat(index).catch(() => null)) return whole(index);
  }
  return missing(folder);
}

async function whole(file) {
  const type = TYPES[path.extname(file)] ?? "application/octet-stream";
  return { status: 200, headers: { "content-type": type }, body: await readFile(file) };
}

async function missing(folder) {
  const body = await readFile(path.join(folder, "404.html")).catch(() => "Not found");
  return { status: 404, headers: { "content-type": TYPES[".html"] }, body };
}

function inside(folder, file) {
  const relative = path.relative(folder, file);
  return !relative.startsWith("..") && !path.isAbsolute(relative);
}

/** What offerbook keeps for itself is not for readers. */
function hidden(folder, file) {
  return path.relative(folder, file).split(path.sep).some((part) => part.startsWith(".") && part !== "");
}

/**
 * All tests in one process, with one browser. `tests/run` builds the sites they look at and then runs
 * them; after that, `npm test` here runs them again, and `node --test links.test.js` only some.
 * `lib/places.js` says where the sites are looked for.
 */

import "./self.test.js";
import "./structure.test.js";
import "./nu-html.test.js";
import "./links.test.js";
import "./versions.test.js";
import "./feeds.test.js";
import "./weight.test.js";
import "./supports.test.js";
import "./sign-ups.test.js";
import "./coverage.test.js";
import "./reviews.test.js";
import "./councils.test.js";
import "./services.test.js";
import "./data.test.js";
import "./charts.test.js";
import "./clean.test.js";
import "./check-record.test.js";
import "./record-pages.test.js";
import "./exit-this-page.test.js";
import "./as-at.test.js";
import "./search.test.js";
import "./search-page.test.js";
import "./journeys.test.js";
import "./no-script.test.js";
import "./keyboard.test.js";
import "./tables.test.js";
import "./print.test.js";
import "./layout.test.js";
import "./accessibility.test.js";

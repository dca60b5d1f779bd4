/**
 * All tests in one process, with one browser: `node --test all.js`. Each file also runs alone.
 * The tests look at built sites; `lib/places.js` says where.
 */

import "./self.test.js";
import "./structure.test.js";
import "./links.test.js";
import "./versions.test.js";
import "./feeds.test.js";
import "./weight.test.js";
import "./clean.test.js";
import "./journeys.test.js";
import "./keyboard.test.js";
import "./print.test.js";
import "./layout.test.js";
import "./accessibility.test.js";

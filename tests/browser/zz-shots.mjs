import { chromium } from "playwright-core";
import { serve } from "./lib/server.js";
const [folder, out, ...list] = process.argv.slice(2);
process.stdout.on("error",()=>{});
const s = await serve(folder); const b = await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox","--disable-gpu"]});
for (const scheme of ["light","dark"]) for (const width of [320,1280]) {
  const c = await b.newContext({viewport:{width,height:800},colorScheme:scheme,reducedMotion:"reduce"}); const p = await c.newPage();
  p.on("console",m=>console.log(m.type(),m.text()));
  for (const item of list) { const [name,address,mode=""]=item.split("=");
    if (process.env.ONLY && !process.env.ONLY.split(",").includes(`${scheme}${width}`)) continue;
    await p.goto(s.origin+"/"+address);
    if (mode.includes("press")) { await p.getByRole("button").click(); await p.locator("[data-check-record] button:not([aria-disabled=true])").waitFor(); await p.locator("[data-steps] li").first().waitFor(); console.log(name, await p.getByRole("status").innerText(), await p.locator("[data-steps] li").allInnerTexts()); }
    if (mode.includes("section")) await p.locator("[data-check-record]").screenshot({path:`${out}/${name}-${scheme}-${width}.png`});
    else await p.screenshot({path:`${out}/${name}-${scheme}-${width}.png`,fullPage:true});
  } await c.close(); }
await b.close(); await s.close();

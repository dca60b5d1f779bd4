import { chromium } from "playwright-core"; import { readFileSync } from "node:fs";
const b = await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox","--disable-gpu"]});
for (const n of process.argv.slice(2)) { const f=readFileSync(`/tmp/browser-shots/${n}.png`); const w=f.readUInt32BE(16),h=f.readUInt32BE(20); const H=w<400?1400:1500; const k=Math.ceil(h/H);
 const p=await b.newPage({viewport:{width:k*(w+12),height:H}}); const src="data:image/png;base64,"+f.toString("base64");
 await p.setContent(`<body style="margin:0;display:flex;gap:12px;background:red">${Array.from({length:k},(_,i)=>`<div style="width:${w}px;height:${H}px;overflow:hidden;flex:none;background:url(${src}) 0 ${-i*H}px no-repeat red"></div>`).join("")}`);
 await p.screenshot({path:`/tmp/browser-shots/x-${n}.png`}); await p.close(); }
await b.close();

/** The columns of a claim: wide where something stands, narrow where nobody does. `k1011` says which. */
function shapes(): string {
  const rules: string[] = [];
  for (let shape = 0; shape < 16; shape += 1) {
    const name = shape.toString(2).padStart(4, "0");
    const widths = [...name].map((filled) => (filled === "1" ? "minmax(0,1fr)" : "minmax(4.5rem,.22fr)"));
    rules.push(`.k${name}{grid-template-columns:${widths.join(" ")}}`);
  }
  return rules.join("");
}

/** The whole style of a dossier: a galley with an archivist's margin. */
export const stylesheet: string = `
:root{color-scheme:light dark;--paper:#fdfcf9;--panel:#f5f2ea;--ink:#1b1a18;--soft:#5a564e;--rule:#d8d3c7;--link:#164f86;
--affirm:#0b5a9d;--hedged:#73489c;--deny:#a33c06;--none:#5c6169;--alarm:#b3121d;--tint:#ece7da;
--serif:"Source Serif 4","Source Serif Pro",Charter,"Bitstream Charter","Iowan Old Style",Georgia,"Noto Serif","DejaVu Serif",serif;
--sans:"Source Sans 3","Source Sans Pro",Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans","DejaVu Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--panel:#201f1c;--ink:#eae6dd;--soft:#aaa498;--rule:#3b3832;--link:#8fc0f0;
--affirm:#7db7f0;--hedged:#cba8ee;--deny:#f5a06d;--none:#adb3bc;--alarm:#ff9a94;--tint:#2c2a25}}
*{box-sizing:border-box}
html{font:16px/1.45 var(--sans);color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;padding:0 1rem 3rem}
h1,h2,h3,h4,p,ul,ol,dl,dd,blockquote,table{margin:0;padding:0}
ul,ol{list-style:none}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.hidden,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:focus{position:absolute;left:1rem;top:.5rem;padding:.5rem .75rem;background:var(--paper);z-index:2}
.sheet{position:absolute}
.theirs{font-family:var(--serif);unicode-bidi:isolate;overflow-wrap:anywhere}
.ours{font-family:var(--sans)}
.head,.page,.foot{max-width:82rem;margin-inline:auto}
.head{padding:2.25rem 0 1.25rem;border-bottom:2px solid var(--ink)}
.over,.when{color:var(--soft);font-size:.875rem}
h1{font-size:clamp(1.6rem,1.1rem + 2vw,2.4rem);line-height:1.15;font-weight:650;letter-spacing:-.01em;margin:.25rem 0;max-width:34ch;text-wrap:balance;overflow-wrap:anywhere}
h1.long{font-size:clamp(1.35rem,1.1rem + 1vw,1.75rem);max-width:44ch}
h2{font-size:1.35rem;line-height:1.2;font-weight:650;margin-bottom:1rem}
h3{font-size:1.0625rem;line-height:1.35;font-weight:600}
h4{font-size:.8125rem;font-weight:600}
.count{color:var(--soft);font-weight:400;font-variant-numeric:tabular-nums}
.contents{padding:.75rem 0;border-bottom:1px solid var(--rule)}
.contents ol{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:.875rem}
.contents a{text-decoration:none;color:var(--ink);padding:.25rem 0;display:inline-block}
.contents a:hover{text-decoration:underline}
.summary,.part{padding:2rem 0 0}
.part{border-top:1px solid var(--rule);margin-top:2.25rem}
.intro{font-size:1.0625rem;margin-bottom:1.25rem}
.sum{display:grid;grid-template-columns:10rem minmax(0,46rem);gap:.25rem 1.5rem;padding:.75rem 0;border-top:1px solid var(--rule)}
.sum h3{font-size:.9375rem}
.sum li+li{margin-top:.75rem}
.sum li a{color:var(--ink);text-decoration-color:var(--soft)}
.sum .theirs{font-size:1.0625rem;line-height:1.4}
.standing{display:block;font-size:.875rem;color:var(--soft)}
.empty,.note,.because{color:var(--soft);font-size:.875rem}
.claim-no,.no{display:inline-block;min-width:1.5em;padding:0 .3em;text-align:center;font:600 .75rem/1.5 var(--sans);font-variant-numeric:tabular-nums;text-decoration:none;vertical-align:.1em}
.no{border:1px solid currentColor;border-radius:2px}
a.no,a.claim-no{min-width:1.5rem;line-height:1.375rem;margin:1px 2px 1px 0}a.claim-no{line-height:1.5rem}a.no{color:var(--link)}
a.no:hover,a.claim-no:hover{background:var(--tint)}
.claim-no{background:var(--ink);color:var(--paper);border-radius:2px}
a.claim-no:hover{background:var(--link)}
.g{width:.75em;height:.75em;vertical-align:-.03em;overflow:visible}
.p-affirm{color:var(--affirm)}.p-hedged{color:var(--hedged)}.p-deny{color:var(--deny)}.p-none{color:var(--none)}
.claim{padding:1rem 0 1.5rem;break-inside:auto}
.claim+.claim{border-top:1px solid var(--rule)}
.claim>h3{font-size:1.1875rem;line-height:1.35;font-weight:500;max-width:46rem;margin-bottom:.875rem;padding-left:2.25rem;text-indent:-2.25rem}
.claim>h3 .claim-no{text-indent:0;min-width:1.75rem;margin-right:.5rem}
.cols{display:grid;gap:1.25rem}
${shapes()}
.col{border-top:3px solid var(--rule);padding-top:.4rem;min-width:0}
.c-affirm.col{border-color:var(--affirm)}.c-hedged.col{border-color:var(--hedged)}.c-deny.col{border-color:var(--deny)}.c-none.col{border-color:var(--none)}
.col.void{border-color:var(--rule);color:var(--soft)}
.c-affirm h4{color:var(--affirm)}.c-hedged h4{color:var(--hedged)}.c-deny h4{color:var(--deny)}.c-none h4{color:var(--none)}
.void h4,.void .g{color:var(--soft)}
.weight{font-size:.8125rem;color:var(--soft);margin-bottom:.5rem;font-variant-numeric:tabular-nums}
.entries>li{padding:.5rem 0}
.who{font-size:.875rem;line-height:1.35}
.chain,.hedge{color:var(--soft)}
.hedge{font-style:italic}
blockquote{font-size:1rem;line-height:1.5;margin:.15rem 0 .2rem;text-wrap:pretty}
.where{font-size:.8125rem;color:var(--soft);display:flex;flex-wrap:wrap;gap:.15rem .75rem}
.worded{margin-bottom:.75rem}
.bracket{padding:.3rem 0 .15rem .75rem;margin:.35rem 0 .6rem;border-left:1px solid var(--soft);
background:linear-gradient(var(--soft),var(--soft)) 0 0/.6rem 1px no-repeat,linear-gradient(var(--soft),var(--soft)) 0 100%/.6rem 1px no-repeat}
summary{font-size:.8125rem;color:var(--soft);cursor:pointer}
.because{padding:.15rem 0 .35rem;max-width:40rem;overflow-wrap:anywhere}
code{font:.8125em/1.5 ui-monospace,"SFMono-Regular",Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.rivals{font-size:.875rem;margin-top:.75rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.875rem}
caption{text-align:left;color:var(--soft);font-size:.8125rem;padding-bottom:.25rem}
.lines caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--rule);font-weight:400}
thead th{font-size:.8125rem;color:var(--soft);vertical-align:bottom;border-bottom-color:var(--ink);white-space:nowrap}
tbody th{font-weight:600}
.lines tbody th{font-weight:400;width:52%;font-size:.9375rem}
.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.nil{color:var(--soft)}
.stand{white-space:nowrap;margin-right:.6rem}
.lines .stand{white-space:normal;display:block}
.also{display:block;font-weight:400;color:var(--soft);font-size:.8125rem;max-width:28rem}
.links{min-width:4rem;line-height:1.8}
.figures{padding:.5rem 0 1.25rem}
.figures h3,.set-apart h4{font-size:1.0625rem}
.chart{table-layout:fixed;min-width:44rem}.chart th:first-child{width:22%}.chart .num{width:11%}.chart th:last-child{width:9%}.earlier{color:var(--soft)}.earlier .dot{fill:var(--paper);stroke:var(--soft)}
.chart .axis{width:34%;padding:.3rem 1.5rem .3rem .75rem}
.chart thead .axis{padding-bottom:0}
.plot{display:block;overflow:visible}
.plot text{font:.75rem var(--sans);fill:var(--soft);font-variant-numeric:tabular-nums}
.plot line{stroke:var(--soft)}
.plot .base{stroke:var(--rule)}
.plot .range{stroke:var(--ink);stroke-width:2.5}
.over{overflow:visible}
.arrow{stroke:var(--ink);fill:none;stroke-width:1.75}
.dot{fill:var(--ink);stroke:var(--ink);stroke-width:1.75}
.dot.hollow{fill:var(--paper)}
.apart{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:.5rem 2rem;margin-top:.5rem}
.set-apart{border-left:1px dashed var(--soft);padding:.25rem 0 .5rem .9rem}
.set-apart li{padding:.25rem 0;font-size:.9375rem}
.timeline th[scope=row]{width:9.5rem}
.timeline td{width:30%}
.timeline li{padding:.1rem 0 .2rem 1.1rem;position:relative}
.point,.bar{position:absolute;left:0;top:.5em;background:var(--ink)}
.point{width:.45rem;height:.45rem;border-radius:50%}
.bar{width:.7rem;height:.2rem;top:.62em}
.clock{font-variant-numeric:tabular-nums;color:var(--soft)}
.provenance{margin:.75rem 0 0}
.provenance figcaption{font-size:.8125rem;color:var(--soft);margin-top:.25rem}
.prov{display:block;max-width:none}
.prov text,.lanes text{font:.8125rem var(--sans);fill:var(--ink)}
.prov .article{font-variant-numeric:tabular-nums}.prov .carrier{fill:var(--soft)}.prov .root{font-weight:600}
.edge{fill:none;stroke:var(--soft);stroke-width:1.25}.edge.dashed{stroke-dasharray:5 3}
.way{vertical-align:.15em}
.alarm{color:var(--alarm);font-size:.9375rem;margin-top:.75rem}
.lanes{display:block;max-width:none;margin-bottom:1rem}
.lanes text{font-size:.75rem;fill:var(--soft)}.lanes .lane{fill:var(--ink);font-weight:600}
.lanes circle,.lanes rect{fill:var(--ink)}.lanes .tick{stroke:var(--rule);stroke-dasharray:1 3}.lanes .base{stroke:var(--rule)}
.turns{margin:0 0 1.25rem}.turns li{padding:.2rem 0;font-size:.9375rem}
.revision{padding:.5rem 0 1rem}.changes>li{padding:.5rem 0;border-top:1px solid var(--rule);max-width:46rem}
.told{padding-left:1.1rem;text-indent:-1.1rem}.told .no{text-indent:0}.told .sign{font-weight:600}.gone{color:var(--soft)}.gone .theirs{text-decoration:line-through;text-decoration-thickness:1px}
.question{padding:.75rem 0 1.5rem}.question+.question{border-top:1px solid var(--rule)}.question>h3{font-size:1.1875rem;max-width:46rem}.puts{margin:.5rem 0 1rem;max-width:46rem}.puts li{padding:.2rem 0 .2rem 2.25rem;text-indent:-2.25rem}.puts b{display:inline-block;min-width:2.25rem;text-indent:0}.puts .claim-no,.puts .least{text-indent:0}
.matrix{width:auto;min-width:min(100%,40rem)}.matrix tbody th{font-weight:400;max-width:36rem;min-width:16rem}.matrix .cell{text-align:center;min-width:3.5rem;padding-inline:.5rem;white-space:nowrap}.matrix tfoot th,.matrix tfoot td{border-bottom:0;border-top:1px solid var(--ink);font-weight:600}.by{display:block;font-size:.75rem;color:var(--soft);white-space:normal}
strong.least{font-weight:600;font-size:.8125rem;border:1px solid currentColor;border-radius:2px;padding:0 .35em;white-space:nowrap;display:inline-block}b.least{border-bottom:3px double currentColor}.r-II{background:var(--tint)}
.sensitivity{margin-top:.75rem;font-size:.9375rem}
.legend{background:var(--panel);padding:.75rem 1rem;font-size:.875rem;margin-bottom:1.5rem;max-width:66rem}
.legend h3{font-size:.875rem}
.legend li{padding:.15rem 0}
.legend .m{margin-right:.75rem}
.source{padding:1.5rem 0 2rem}
.source+.source{border-top:1px solid var(--rule)}
.source>h3{font-size:1.375rem;line-height:1.25;font-weight:600;max-width:40rem;text-wrap:balance}
.source>h3 .no{font-size:.875rem;margin-right:.35rem;vertical-align:.2em}
.outlet{font-weight:600;font-size:.9375rem;margin:.35rem 0}
.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem 1rem;font-size:.8125rem;margin:.25rem 0 1.25rem;max-width:66rem}
.facts>div{display:contents}
dt{color:var(--soft)}dd{overflow-wrap:anywhere}
.para{display:grid;grid-template-columns:minmax(0,40rem) minmax(0,22rem);gap:.5rem 2.5rem;margin-bottom:1rem}
.text{font-size:1.125rem;line-height:1.75;white-space:pre-line;hyphens:manual}
.m{text-decoration:underline;text-decoration-color:var(--c,currentColor);text-decoration-thickness:1.5px;text-underline-offset:.22em;text-decoration-skip-ink:none}
.m.c-affirm{--c:var(--affirm)}.m.c-hedged{--c:var(--hedged)}.m.c-deny{--c:var(--deny)}.m.c-none{--c:var(--none)}
.m.f-pr{text-decoration-style:dashed}.m.f-ps{text-decoration-style:dotted;text-decoration-thickness:2px}.m.f-uu{text-decoration-thickness:.5px}
.m.l1{text-underline-offset:.4em}.m.l2{text-underline-offset:.56em}.m.l3,.m.l4,.m.l5,.m.l6,.m.l7,.m.l8{text-underline-offset:.7em}
.m.neg{border-left:2.5px solid var(--c);padding-left:.15em;margin-left:.1em}
.gl{display:inline-block;text-decoration:none;color:var(--c);font:600 .6875rem/1 var(--sans);white-space:nowrap;margin-right:.15em;padding:.2em .05em}
.gl sup{font-size:1em;vertical-align:.35em;line-height:0;margin-left:.1em}
.fig{background:linear-gradient(var(--tint),var(--tint)) 0 60%/100% 1.15em no-repeat;font-variant-numeric:tabular-nums}
.notes{font-size:.8125rem;line-height:1.4;border-left:1px solid var(--rule);padding-left:.9rem;align-self:start;padding-top:.35rem}
.notes .note{font-size:inherit;color:inherit;padding:.1rem 0 .25rem}
.notes .note.d1{margin-left:.5rem;padding-left:.6rem;border-left:2px solid var(--rule)}
.notes .note.d2{margin-left:1rem;padding-left:.6rem;border-left:2px solid var(--rule)}
.notes .note.d3{margin-left:1.5rem;padding-left:.6rem;border-left:2px solid var(--rule)}
.back{text-decoration:none;font-weight:600;font-variant-numeric:tabular-nums;white-space:nowrap}
.to-claim{white-space:nowrap}
.why summary{font-size:.75rem;min-height:1.5rem;line-height:1.5rem}
.notes .note:has(.why){position:relative;min-height:1.85rem;padding-right:5.5rem}.notes .why summary{position:absolute;right:0;top:0;width:5rem}.notes .why[open]{margin-right:-5.5rem}
.conf{display:inline-block;width:2rem;height:3px;vertical-align:.25em;background:linear-gradient(var(--soft),var(--soft)) 0 0/var(--q,0%) 100% no-repeat var(--rule)}
${Array.from({ length: 11 }, (_, tenth) => `.q${tenth}{--q:${tenth * 10}%}`).join("")}
:target,li:has(:target),tr:has(:target){background:var(--tint)}
.claim:target,.source:target,.part:target,.summary:target,.figures:target,.set-apart:target{background:none}
.claim:target>h3,.source:target>h3,.figures:target>h3,.set-apart:target>h4{background:var(--tint)}
.foot{border-top:2px solid var(--ink);margin-top:2.5rem;padding-top:.75rem;font-size:.8125rem;color:var(--soft)}
@media screen and (max-width:64rem){.para{grid-template-columns:minmax(0,1fr) 16rem;gap:.5rem 1.5rem}.text{font-size:1.0625rem}}
@media screen and (max-width:52rem){.para{grid-template-columns:minmax(0,1fr)}.notes{margin-left:.25rem;padding-top:0}
.sum{grid-template-columns:minmax(0,1fr)}.cols{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.cols .void{display:none}}
@media screen and (max-width:36rem){.cols{grid-template-columns:minmax(0,1fr)}.facts{grid-template-columns:minmax(0,1fr);gap:0}.facts dd{margin-bottom:.35rem}
.apart{grid-template-columns:minmax(0,1fr)}
.chart{min-width:0}.chart,.chart thead,.chart tbody{display:block;width:auto}.chart tr{display:grid;grid-template-columns:1fr auto;border-bottom:1px solid var(--rule);padding:.3rem 0}.chart th,.chart td,.chart th:first-child,.chart .num,.chart th:last-child{display:block;width:auto;border:0;padding:.1rem 0}.chart thead th:not(.axis){display:none}.chart .axis,.chart thead .axis{display:block;grid-column:1/-1;width:auto;padding:.1rem .5rem}
.lines,.lines tbody,.lines tr,.lines th,.lines td{display:block;width:auto}.lines thead{display:none}.lines tbody th,.lines td{border:0;padding:.15rem 0}.lines tr{border-bottom:1px solid var(--rule);padding:.5rem 0}.lines tbody th{width:auto}
.timeline,.timeline tbody,.timeline tr,.timeline th,.timeline td{display:block;width:auto}.timeline thead{display:none}.timeline th,.timeline td{border:0;padding:.1rem 0}.timeline td:empty{display:none}.timeline tr{border-bottom:1px solid var(--rule);padding:.5rem 0}}
@media (forced-colors:active){.m{text-decoration-color:LinkText}.g{color:CanvasText}}
@media print{@page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}
:root{--paper:#fff;--panel:#fff;--ink:#000;--soft:#333;--rule:#aaa;--link:#000;--affirm:#000;--hedged:#000;--deny:#000;--none:#000;--alarm:#000;--tint:#eee}
html{font-size:9.5pt}body{padding:0}a.no,a.claim-no{min-width:1.5em;line-height:1.35;margin:0 2px 0 0}thead th{white-space:normal}.actors th:last-child{width:24%}.contents,.skip{display:none}a{text-decoration:none}
.head{padding-top:0}.part{break-before:auto;margin-top:1.25rem;padding-top:1rem}#articles{break-before:page}
h2,h3,h4,thead,.who,.weight{break-after:avoid}.matrix{min-width:0;width:100%}.matrix tbody th{min-width:0}.matrix .cell{min-width:0}.sensitivity,.puts{break-inside:avoid}tfoot{display:table-row-group}.r-II{background:none}.entries>li,.sum li,tr,.note,.set-apart,.figures,.provenance,.changes>li{break-inside:avoid}
.claim{padding:.6rem 0 .9rem}.cols{gap:.7rem}blockquote{font-size:9pt;line-height:1.35}.chart{min-width:0}.bracket{padding-left:.5rem}
.para{grid-template-columns:minmax(0,1fr) 52mm;gap:0 6mm;margin-bottom:.5rem}.text{font-size:10pt;line-height:1.7}.notes{font-size:7.5pt}
.notes .why,.conf{display:none}details:not(.folded)::details-content{content-visibility:visible;display:block}summary{list-style:none}.scroll{overflow:visible}.prov,.lanes{max-width:100%;height:auto}.cols .void{display:block}.legend{border:1px solid var(--rule)}}
`;

"""The looks and the behaviour of the HTML report."""

from typing import Final

STYLE: Final = """
:root{--paper:#fff;--ink:#1c2430;--soft:#5b6675;--line:#dfe4ea;--band:#f5f7f9;--link:#0b57d0;
--red:#b3261e;--amber:#8a5a00;--cyan:#00667a;--violet:#6b3fa0;--green:#17692f;--chip:#eef1f4}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--paper:#14181d;--ink:#e4e8ed;--soft:#9aa6b4;
--line:#2c343e;--band:#1b2027;--link:#8ab4f8;--red:#ff8a80;--amber:#f2bd5b;--cyan:#6fd3e3;--violet:#c9a7f5;
--green:#7fd494;--chip:#252c35}}
:root[data-theme=dark]{--paper:#14181d;--ink:#e4e8ed;--soft:#9aa6b4;--line:#2c343e;--band:#1b2027;--link:#8ab4f8;
--red:#ff8a80;--amber:#f2bd5b;--cyan:#6fd3e3;--violet:#c9a7f5;--green:#7fd494;--chip:#252c35}
:root[data-theme=dark]{color-scheme:dark}:root[data-theme=light]{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans",
"Noto Sans CJK TC","PingFang TC","Microsoft JhengHei",sans-serif}
header,main{max-width:1400px;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.25rem}
.top{display:flex;align-items:baseline;gap:1rem;flex-wrap:wrap}
.top p{margin:0;color:var(--soft);flex:1}
h1{font-size:1.4rem;margin:0}
.bad{color:var(--red)}.good{color:var(--green)}
button{font:inherit;color:inherit;cursor:pointer;border:1px solid var(--line);background:var(--paper);border-radius:6px}
#theme{padding:.1rem .5rem}
.chips{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;padding:0;margin:1rem 0}
.chip{display:inline-block;padding:.05rem .55rem;border-radius:999px;background:var(--chip);color:var(--soft);
font-size:.85rem;white-space:nowrap;border:1px solid transparent}
button.chip{padding:.2rem .75rem;font-size:.9rem}
button.chip[aria-pressed=true]{border-color:currentColor}
.chip.dead,.chip.invalid{color:var(--red)}.chip.moved,.chip.insecure{color:var(--amber)}
.chip.blocked{color:var(--cyan)}.chip.transient{color:var(--violet)}.chip.ok{color:var(--green)}
.find{display:flex;gap:1rem;align-items:center;margin:0 0 1rem;color:var(--soft)}
.find label{display:flex;gap:.6rem;align-items:center;flex:0 1 26rem}
input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;
padding:.3rem .6rem;width:100%}
.expired{color:var(--red);margin:.3rem 0}
[hidden]{display:none!important}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin-bottom:3rem}
th{position:sticky;top:0;background:var(--paper);text-align:left;font-size:.85rem;color:var(--soft);
padding:.5rem .6rem;border-bottom:2px solid var(--line);z-index:1}
th button{border:0;background:none;padding:0;font-weight:600}
th[aria-sort=ascending] button::after{content:" ▲"}th[aria-sort=descending] button::after{content:" ▼"}
th.verdict{width:9.5rem}th.why{width:22%}th.cited{width:20%}th.seen{width:10.5rem}
td{vertical-align:top;padding:.6rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
tr.error td:first-child{box-shadow:inset 3px 0 var(--red)}
tr.warning td:first-child{box-shadow:inset 3px 0 var(--amber)}
tbody tr:hover{background:var(--band)}
td p{margin:.15rem 0 0}td p:first-child{margin-top:0}
a{color:var(--link);text-decoration:none}a:hover{text-decoration:underline}
.title,.place,.state,.seen{color:var(--soft);font-size:.88rem}
.advice{font-size:.92rem;display:flex;gap:.4rem}
code{font:.88rem ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
details{margin-top:.3rem}summary{cursor:pointer}
ol{list-style:none;margin:.3rem 0 0;padding:0}li.chain{margin-bottom:.3rem}
.dot{display:inline-block;width:.55rem;height:.55rem;border-radius:50%;margin-right:.35rem;background:var(--soft)}
.dot.dead,.dot.invalid{background:var(--red)}.dot.moved,.dot.insecure{background:var(--amber)}
.dot.ok{background:var(--green)}.dot.blocked{background:var(--cyan)}.dot.transient{background:var(--violet)}
.none{color:var(--soft)}
@media (max-width:800px){
header,main{padding-left:.9rem;padding-right:.9rem}
table,tbody,tr,td{display:block}thead{display:block;margin-bottom:.5rem}
thead tr{display:flex;flex-wrap:wrap;gap:.2rem .9rem;border-bottom:1px solid var(--line)}
th,th.verdict,th.why,th.cited,th.seen{position:static;width:auto;padding:.2rem 0;border:0}
tbody tr{border:1px solid var(--line);border-radius:8px;padding:.5rem .75rem;margin-bottom:.75rem}
tr.error{border-left:4px solid var(--red)}tr.warning{border-left:4px solid var(--amber)}
tr.error td:first-child,tr.warning td:first-child{box-shadow:none}
td{border:0;padding:.2rem 0}td:empty{display:none}
td.verdict{display:flex;gap:.6rem;align-items:baseline;flex-wrap:wrap}
td.link{font-size:1rem}
}
@media print{button,.find{display:none}th{position:static}}
"""

SCRIPT: Final = """
(function(){
var root=document.documentElement,body=document.querySelector("tbody"),rows=[].slice.call(body.rows);
var find=document.getElementById("find"),shown=document.getElementById("shown"),none=document.querySelector(".none");
var chips=[].slice.call(document.querySelectorAll("button.chip")),heads=[].slice.call(document.querySelectorAll("th"));
var texts=rows.map(function(row){return row.textContent.normalize("NFKC").toLowerCase()});
var theme=document.getElementById("theme");
document.querySelector(".find").hidden=false;theme.hidden=false;
theme.onclick=function(){
var dark=root.dataset.theme?root.dataset.theme==="dark":matchMedia("(prefers-color-scheme:dark)").matches;
root.dataset.theme=dark?"light":"dark"};
function filter(){
var on=chips.filter(function(c){return c.getAttribute("aria-pressed")==="true"})
.map(function(c){return c.dataset.verdict});
var words=find.value.normalize("NFKC").toLowerCase().split(/\\s+/).filter(Boolean),left=0;
rows.forEach(function(row,i){
var fits=(!on.length||on.indexOf(row.dataset.verdict)>=0)&&words.every(function(w){return texts[i].indexOf(w)>=0});
row.hidden=!fits;left+=fits?1:0});
shown.textContent=left===rows.length?"":left+" of "+rows.length;none.hidden=left>0||!rows.length}
chips.forEach(function(chip){chip.onclick=function(){
chip.setAttribute("aria-pressed",chip.getAttribute("aria-pressed")==="true"?"false":"true");filter()}});
find.oninput=filter;
heads.forEach(function(head,column){
var button=document.createElement("button");button.type="button";button.textContent=head.textContent;
head.textContent="";head.appendChild(button);
button.onclick=function(){
var down=head.getAttribute("aria-sort")==="ascending";
heads.forEach(function(one){one.removeAttribute("aria-sort")});
head.setAttribute("aria-sort",down?"descending":"ascending");
rows.slice().sort(function(a,b){
var x=a.cells[column].dataset.key,y=b.cells[column].dataset.key;
return (x<y?-1:x>y?1:a.dataset.n-b.dataset.n)*(down?-1:1)}).forEach(function(row){body.appendChild(row)})}});
filter()})();
"""

/** The foot of a printed sheet: 第1页，共2页. */
const [NTH, OF, PAGES] = ['第', '页，共', '页']

/** The style of the public site: read on phones of 320 pixels, printed on A4 and A3. */
export const STYLE = `
*{box-sizing:border-box}
body{margin:0;color:#1f2329;background:#f7f7f6;font:17px/1.75 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
header{background:#8e1d1d;color:#fff}
header p,main,footer p{max-width:820px;margin:0 auto;padding:12px 16px}
main{background:#fff;min-height:70vh;padding-bottom:32px}
footer{color:#5b626b;font-size:14px}
h1{font-size:26px;line-height:1.35;margin:12px 0 4px}
h2{font-size:20px;margin:28px 0 8px}
h3{font-size:17px;margin:20px 0 4px}
article p{text-indent:2em;margin:0 0 6px}
a{color:#1b5a8f}
.period,.hint,.who{color:#5b626b;margin:0 0 12px}
.hint,.who{font-size:15px;margin:0 0 4px}
.note{color:#5b626b;padding:20px 0}
.search,.board form{margin:16px 0}
nav a+a{margin-left:24px}
.search{display:flex;flex-wrap:wrap;gap:8px;align-items:end}
.search label{flex:0 1 420px}
.search input{display:block;width:100%}
label{display:block}.board label{margin-bottom:12px}
input,textarea,button{font:inherit;padding:8px 10px;border:1px solid #767d86;border-radius:6px;background:#fff;color:inherit;min-height:44px}
.board label input,textarea{display:block;width:100%;margin-top:4px}
button{background:#b3251e;border-color:#b3251e;color:#fff;padding:8px 20px;cursor:pointer}
.units{list-style:none;margin:0;padding:0;columns:2 280px;column-gap:24px}
.units li{break-inside:avoid}
.units a{display:block;padding:8px 0;min-height:44px}
.figures{display:flex;flex-wrap:wrap;gap:12px 40px;margin:20px 0}
.figures dt{color:#5b626b;font-size:15px}
.figures dd{margin:0;font-size:24px;font-variant-numeric:tabular-nums}
table{border-collapse:collapse;width:100%;margin:8px 0}
th,td{border:1px solid #c9cdd2;padding:6px 10px;text-align:left;vertical-align:top}
th{white-space:nowrap}
td[data-head]:nth-child(n+3){white-space:nowrap}
.board{border-top:1px solid #d9dce0;margin-top:32px}
.comments{list-style:none;margin:0;padding:0}
.comments li{border-bottom:1px solid #e6e8eb;padding:14px 0}
.text{margin:0}
.gone{color:#5b626b}
.reply{background:#f4f5f6;border-radius:6px;padding:10px 14px;margin-top:10px}
.abuse{margin:4px 0 0!important}
.abuse button{background:none;border:none;color:#5b626b;padding:0 8px 0 0;font-size:15px;text-decoration:underline}
.done{background:#e9f3ec;border-radius:6px;padding:10px 14px}
.fault{background:#fbecea;border-radius:6px;padding:10px 14px;color:#8e1d1d}
.pages{display:flex;gap:20px;padding:16px 0}
.code{display:flex;gap:16px;align-items:center;margin-top:24px}
.code svg{width:112px;height:112px;flex:none}
.code p{margin:0}
.papers a{display:inline-block;padding:8px 12px;min-height:44px}
@media(max-width:480px){thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tbody,tr,td{display:block}tr{border:1px solid #c9cdd2;margin-bottom:8px;padding:6px 10px}td,td[data-head]:nth-child(n+3){border:none;padding:0;white-space:normal}td::before{content:attr(data-head)"：";color:#5b626b}.figures dd{font-size:20px}}
@media print{body{background:#fff;font:12pt/1.7 FangSong,STFangsong,"Noto Serif CJK SC",serif}header{background:none;color:#000;text-align:center}footer,nav,.board,.search,.screen,.note a{display:none}.units{columns:3 48mm;column-gap:6mm}.units a{padding:0;min-height:0;line-height:1.5;color:#000;text-decoration:none}h1{text-align:center;font-size:1.9em}h2{font-size:1.3em}h3{font-size:1em}.period{text-align:center}.period,.figures dt{font-size:.95em;color:#000}.figures{justify-content:center}.figures dd{font-size:1.5em}.code svg{width:8em;height:8em}main{max-width:none;padding:0 1px}.hint{color:#000;font-size:.9em}tr,li,.code,.figures{break-inside:avoid}h2,h3{break-after:avoid}@page{margin:20mm;@bottom-center{content:"${NTH}"counter(page)"${OF}"counter(pages)"${PAGES}"}}}
`

/** The style of a sheet for the notice board on one paper: on A3 everything grows as the paper does. */
export function paperStyle(paper: 'A4' | 'A3'): string {
  return `@page{size:${paper} portrait}@media print{body{font-size:${paper === 'A3' ? 17 : 12}pt}}`
}

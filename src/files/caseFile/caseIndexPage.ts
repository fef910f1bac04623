import type { CaseContents } from './writeCaseFile.ts'

const STYLE = `body { margin: 0; background: #f7f7f8; color: #1f2329; font: 16px/1.7 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
h1 { font-size: 1.6rem; margin: 0 0 .5rem } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 1rem 0 } dt { color: #5c6370 } dd { margin: 0; overflow-wrap: anywhere }
.table { overflow-x: auto } table { border-collapse: collapse; width: 100%; background: #fff } th, td { border: 1px solid #e3e5e8; padding: .4rem .6rem; text-align: left; vertical-align: top }
td.size { text-align: right; white-space: nowrap } code { font: .8rem/1.5 ui-monospace, Consolas, monospace; overflow-wrap: anywhere } a { color: #1f5a8c }
@media print { body { background: #fff } }`

/** Writes the list of contents that a person reads (目录.html): what the case file is, how to check it, what it holds and what it leaves out. */
export function caseIndexPage({
  year,
  institution,
  title,
  seal,
  trail,
  madeAt,
  madeBy,
  files,
}: CaseContents): string {
  const rows = files.map(
    ({ path, title: name, bytes, sha256 }) =>
      `<tr><td><a href="${escape(encodeURI(path))}">${escape(path)}</a></td><td>${escape(name)}</td><td class="size">${sizeOf(bytes)}</td><td><code>${sha256}</code></td></tr>`,
  )
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${year}年度案卷目录</title><style>${STYLE}</style></head>
<body><main>
<h1>${escape(institution)}${year}年度考核案卷</h1>
<dl>
<dt>方案</dt><dd>${escape(title)}</dd>
<dt>封存</dt><dd>第${seal.number}次，${escape(seal.by)}，${escape(seal.at)}</dd>
<dt>留痕根</dt><dd><code>${escape(seal.trail.root)}</code>（留痕第${seal.trail.seq}条）</dd>
<dt>留痕收至</dt><dd>第${trail.seq}条：封存以后印发的公文也在内</dd>
<dt>案卷制作</dt><dd>${escape(madeBy)}，${escape(madeAt)}</dd>
</dl>
<h2>怎样核验</h2>
<p>双击打开同一文件夹里的“核验.html”，把整个案卷压缩包拖进去。它不用联网，也不用原来的程序：按方案把事实重新计算一遍，与封存的结果逐项对照，并重新抽签，核对计票、留痕和印发的公文，写明核对了什么、哪里不符、哪些核对不了。上面的留痕根应与封存时另行记下的相同。</p>
<h2>案卷里有什么</h2>
<div class="table"><table><thead><tr><th scope="col">文件</th><th scope="col">内容</th><th scope="col">大小</th><th scope="col">校验值</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table></div>
<h2>没有收入的</h2>
<p>电话号码、调查对象的个人答卷、会上收回的整张测评票和核查照片不在案卷里：民意调查只有各组各答案的份数，会上测评只有公布的评价和回执。会外导入的测评票不记名，作为计分的事实收在“结果.json”里。留痕中不属于本年度的各条只带校验值，不带内容，先后次序仍可核对。</p>
</main></body></html>
`
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

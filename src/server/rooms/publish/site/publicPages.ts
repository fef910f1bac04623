import { commentStandings } from '../../../../contract/publish/commentColumns.ts'
import { MOST_COMMENT, wayNames } from '../../../../contract/publish/publishFields.ts'
import { printDay } from '../../../../domain/kernel/calendar.ts'
import { html, Html, type Printable } from './html.ts'
import type { SiteComment, SitePage, SitePublication } from './site.store.ts'
import { paperStyle, STYLE } from './style.ts'

/** Comments on one page. */
export const PER_PAGE = 50

/** Papers that the sheet for the notice board (宣传栏) is made for. */
export const PAPERS = ['A4', 'A3'] as const

/** One of the papers. */
export type Paper = (typeof PAPERS)[number]

/** Frames a page of the public site; `paper` is what it is printed on. */
export function framePage(title: string, office: string, body: Html, paper?: Paper): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - 衡评</title>
        <style>
          ${new Html(STYLE)}${paper && new Html(paperStyle(paper))}
        </style>
      </head>
      <body>
        <header><p>${office || '考核公示'}</p></header>
        <main>${body}</main>
        <footer><p>本站不设账号，不使用浏览器记录功能，也不记录访问者的地址。</p></footer>
      </body>
    </html> `.text
}

/** Says what is wrong, and gives back what somebody wrote in vain. */
export function faultPage(sentence: string, wrote: string): Html {
  const kept = html`<label>您写的内容（请复制保存）<textarea rows="8" readonly>${wrote}</textarea></label>
    <p>要反映情况的，可以书面或打电话向单位、向组织考核者提出。</p>`
  return html`<h1>${wrote === '' ? '公示' : '留言没有收到'}</h1>
    <p class="${wrote === '' ? 'note' : 'fault'}" role="alert">${sentence}</p>
    ${wrote !== '' && kept}
    <p><a href="/public">看正在公示的内容</a></p>`
}

/** Gives back a comment that came too fast, to be sent again; it shows nothing that has to be read. */
export function againPage(at: string, form: NonNullable<Board['form']>): Html {
  return html`<h1>留言没有收到</h1>
    <div class="board">${commentForm(at, form)}</div>
    <p><a href="${at}">返回公示页</a></p>`
}

/** Lists the years under publication. */
export function yearsPage(rows: readonly SitePublication[]): Html {
  return html`<h1>考核结果公示</h1>
    ${
      rows.length === 0
        ? html`<p class="note">现在没有正在公示的内容。</p>`
        : html`<ul class="units">
            ${rows.map(
              row => html`<li><a href="/public/${row.year}">${row.year}年度，${periodOf(row)}</a></li>`,
            )}
          </ul>`
    }`
}

/** Lists the units of a year, narrowed to names that contain what is sought. */
export function unitsPage(
  row: SitePublication,
  units: readonly { readonly unit: string; readonly name: string }[],
  sought: string,
): Html {
  const address = (unit: string) => `/public/${row.year}/${encodeURIComponent(unit)}`
  const found = units.filter(({ name }) => name.includes(sought))
  return html`<h1>${row.year}年度述职评议考核公示</h1>
    <p class="period">公示期${periodOf(row)}，共${units.length}个单位</p>
    <form class="search" method="get" role="search">
      <label>单位名称 <input name="q" value="${sought}" maxlength="100" /></label>
      <button>查找</button>
    </form>
    ${
      sought !== '' &&
      html`<p class="note">
        ${found.length === 0 ? `没有名称含“${sought}”的单位。` : `名称含“${sought}”的有${found.length}个单位。`}<a
          href="?"
          >显示全部单位</a
        >
      </p>`
    }
    ${
      found.length > 0 &&
      html`<ul class="units">
        ${found.map(({ unit, name }) => html`<li><a href="${address(unit)}">${name}</a></li>`)}
      </ul>`
    }`
}

/** Shows a unit's page as the sheet for its notice board, with the code that leads to the site. */
export function sheetPage(
  row: SitePublication,
  of: Pick<SitePage, 'name' | 'page'>,
  code: Html,
  paper: Paper,
): Html {
  return html`<p class="screen note">
      张贴页，用浏览器打印，纸张选${paper}、纵向。<a href="?">返回公示页</a>
    </p>
    ${unitPage(row, of, { lead: code, onSite: false })}`
}

/** Links to the sheets for the notice board. */
export function papersPart(): Html {
  return html`<nav class="papers" aria-label="宣传栏张贴页">
    宣传栏张贴页：${PAPERS.map(paper => html`<a href="?paper=${paper}">${paper}</a>`)}
  </nav>`
}

/** What stands below a unit's page. */
export interface Board {
  readonly comments: readonly SiteComment[]
  readonly shown: number
  readonly page: number
  /** The form, while comments are taken. */
  readonly form?: {
    readonly token: string
    readonly fault?: string | undefined
    readonly wrote: string
    readonly name: string
  }
  readonly sent: boolean
  readonly reported: boolean
}

/** Shows what is published of a unit: figures, report and list; `lead` stands below the figures, `more` at the end. */
export function unitPage(
  row: SitePublication,
  { name, page }: Pick<SitePage, 'name' | 'page'>,
  { lead, more, onSite = true }: { readonly lead?: Html; readonly more?: Html; readonly onSite?: boolean },
): Html {
  const { secretary, figures, problems, report } = page
  const toBoard = row.comments !== 'off' && html`<a href="#board">发言板块</a>`
  return html`${
      onSite &&
      html`<nav aria-label="位置"><a href="/public/${row.year}">${row.year}年度公示</a>${toBoard}</nav>`
    }
    <h1>${name}</h1>
    <p class="period">
      ${row.year}年度述职评议考核公示${secretary !== undefined && `，${secretary}`}<br />公示期${periodOf(row)}
    </p>
    ${
      figures.length > 0 &&
      html`<dl class="figures">
        ${figures.map(
          one =>
            html`<div>
              <dt>${one.name}</dt>
              <dd>${one.value}</dd>
            </div>`,
        )}
      </dl>`
    }
    ${lead}
    ${
      report !== undefined &&
      html`<article>
        <h2>${report.title}</h2>
        ${report.lines.map(({ kind, text }) => (kind === 'heading' ? html`<h3>${text}</h3>` : html`<p>${text}</p>`))}
        ${
          report.problems.length > 0 &&
          html`<h3>问题整改清单</h3>
            ${problemsTable('问题整改清单', ['问题', '整改措施', '完成时限'], report.problems)}`
        }
      </article>`
    }
    ${problems !== undefined && rectificationPart(problems)}
    ${figures.length === 0 && report === undefined && problems === undefined && html`<p class="note">这个单位没有要公示的内容。</p>`}
    ${more}`
}

function rectificationPart(problems: readonly (readonly string[])[]): Html {
  return html`<section>
    <h2>整改清单</h2>
    <p class="hint">组织考核者下发、由这个单位整改的问题。</p>
    ${
      problems.length === 0
        ? html`<p>没有下发给这个单位的问题。</p>`
        : problemsTable('整改清单', ['问题', '整改措施', '完成时限', '整改情况'], problems)
    }
  </section>`
}

/** A table that is read as one also where a narrow screen shows its rows as blocks. */
function problemsTable(
  title: string,
  heads: readonly string[],
  problems: readonly (readonly string[])[],
): Html {
  return html`<table role="table" aria-label="${title}">
    <thead role="rowgroup">
      <tr role="row">
        ${heads.map(head => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${problems.map(
        cells =>
          html`<tr role="row">
            ${cells.map((cell, at) => html`<td role="cell" data-head="${heads[at]}">${cell || '—'}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** Shows the comment board (发言板块): comments with their replies, and the form. */
export function boardPart(row: SitePublication, unit: string, board: Board): Html {
  const { comments, shown, page, form, sent, reported } = board
  const at = `/public/${row.year}/${encodeURIComponent(unit)}`
  const pages = Math.max(1, Math.ceil(shown / PER_PAGE))
  return html`<section id="board" class="board">
    <h2>发言板块</h2>
    ${sent && html`<p class="done" role="status">${row.comments === 'held' ? '留言已收到，审核后显示在这里。' : '留言已收到。'}</p>`}
    ${reported && html`<p class="done" role="status">举报已收到，会有人查看。</p>`}
    ${form && commentForm(at, form)}
    ${
      shown === 0
        ? html`<p class="note">还没有留言。</p>`
        : html`<ol class="comments">
            ${comments.map(one => commentItem(at, one, form !== undefined))}
          </ol>`
    }
    ${
      pages > 1 &&
      html`<nav class="pages" aria-label="留言分页">
        ${page > 1 && html`<a href="${at}?page=${page - 1}#board">上一页</a>`}
        <span>第${page}页，共${pages}页</span>
        ${page < pages && html`<a href="${at}?page=${page + 1}#board">下一页</a>`}
      </nav>`
    }
  </section>`
}

function commentForm(at: string, { token, fault, wrote, name }: NonNullable<Board['form']>): Html {
  return html`<form method="post" action="${at}/comments#board">
    ${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`}
    <label>留言（最多${MOST_COMMENT}字）<textarea name="wrote" rows="5" required>${wrote}</textarea></label>
    <label>姓名（可以不填；填了会显示）<input name="name" maxlength="40" value="${name}" /></label>
    <p class="hint">请不要写他人的身份证号、电话等个人信息。</p>
    <input type="hidden" name="token" value="${token}" />
    <button>提交留言</button>
  </form>`
}

function commentItem(at: string, one: SiteComment, isOpen: boolean): Html {
  if (one.standing !== 'shown')
    return html`<li class="gone">
      <p>这条留言${commentStandings[one.standing]}，理由：${one.reason ?? '—'}</p>
    </li>`
  const source = one.way === 'site' ? '' : `，${wayNames[one.way]}收到`
  return html`<li>
    <p class="who"><bdi>${one.name ?? '未署名'}</bdi>，${printDay(one.day)}${source}</p>
    <p class="text"><bdi>${lines(one.wrote)}</bdi></p>
    ${
      one.reply !== null &&
      html`<div class="reply">
        <p class="who">${one.repliedBy ?? ''}答复，${printDay(one.repliedOn!)}</p>
        <p class="text">${lines(one.reply ?? '')}</p>
      </div>`
    }
    ${isOpen && html`<form class="abuse" method="post" action="${at}/report"><input type="hidden" name="comment" value="${one.id}" /><button>举报</button></form>`}
  </li>`
}

function lines(text: string): Printable {
  return text.split('\n').map((line, at) => (at === 0 ? line : [html`<br />`, line]))
}

/** Prints the period of a publication. */
export function periodOf({ from, to }: Pick<SitePublication, 'from' | 'to'>): string {
  return `${printDay(from)}至${printDay(to)}`
}

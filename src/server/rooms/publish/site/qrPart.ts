import { toString as drawQr } from 'qrcode'
import { html, Html } from './html.ts'

/** Draws the address of a page as a code, for the sheet on the notice board and for the unit's own web site. */
export async function qrPart(address: string, hasBoard: boolean): Promise<Html> {
  const code = await drawQr(address, { type: 'svg', margin: 0 })
  return html`<div class="code">
    ${new Html(code.replace('<svg ', '<svg role="img" aria-label="公示页的二维码" '))}
    <p>扫码看公示${hasBoard && '、留言'}：<br /><span translate="no">${address}</span></p>
  </div>`
}

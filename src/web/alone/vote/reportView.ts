import { AskFault, readReport } from './ask.ts'
import { element, fill } from './element.ts'
import type { View } from './page.ts'
import { title } from './plainViews.ts'
import type { Voting } from './Voting.ts'

/** The report of a secretary, to read before marking. */
export function reportView(voting: Voting, unit: string): View {
  const form = voting.form!
  const line = form.lines.find(one => one.unit === unit)
  const text = element('div', {}, element('p', { role: 'status' }, '正在读取述职报告……'))
  readReport(form.meeting, unit).then(
    report =>
      fill(
        text,
        element('h2', {}, report.title),
        ...report.sections.flatMap(({ name, paragraphs }) => [
          element('h3', {}, name),
          ...paragraphs.map(paragraph => element('p', {}, paragraph)),
        ]),
      ),
    (error: unknown) =>
      fill(
        text,
        element(
          'p',
          { role: 'alert' },
          error instanceof AskFault ? `${error.message}。` : '没有读到，请稍后再试。',
        ),
      ),
  )
  return {
    update: () => undefined,
    node: element(
      'main',
      { class: 'vote-report' },
      title(line === undefined ? '述职报告' : `${line.secretary}的述职报告`),
      text,
      element(
        'footer',
        {},
        element('button', { class: 'vote-main', type: 'button', click: () => history.back() }, '返回评价'),
      ),
    ),
  }
}

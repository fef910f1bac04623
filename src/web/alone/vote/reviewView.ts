import type { BallotForm } from '../../../domain/campaign/ballot/ballotForm.ts'
import type { WrittenMark } from '../../../domain/campaign/ballot/sheetText.ts'
import { element, fill } from './element.ts'
import type { View } from './page.ts'
import { title } from './plainViews.ts'
import type { Voting } from './Voting.ts'

/** The sheet in short before it is cast: every mark, what is wrong with it, and the one button that casts. */
export function reviewView(voting: Voting): View {
  const form = voting.form!
  const said = element('div', { role: 'status' })
  const cast = element(
    'button',
    { class: 'vote-main', type: 'button', click: () => void voting.cast() },
    '投票',
  )
  const update = () => {
    const faults = voting.faults()
    const isVoid = faults.some(({ kind }) => kind !== 'open')
    fill(
      said,
      ...faults.map(({ kind, sentence }) =>
        element('p', { class: kind === 'open' ? 'vote-note' : 'vote-warning' }, `${sentence}。`),
      ),
      voting.waitsFor !== undefined &&
        element('p', { class: 'vote-note' }, `${voting.waitsFor}。到时这里就能投，不用刷新。`),
    )
    cast.disabled = isVoid || voting.waitsFor !== undefined
  }
  update()
  return {
    update,
    node: element(
      'main',
      { class: 'vote-review' },
      title('检查'),
      element('p', { class: 'vote-soft' }, `${describeMarks(voting, form)}。点一行可以改。`),
      element(
        'ol',
        {},
        ...form.lines.map(({ unit, unitName, secretary }, at) =>
          element(
            'li',
            {},
            element(
              'a',
              {
                href: '/vote',
                click: event => {
                  event.preventDefault()
                  voting.show({ at: 'sheet', unit })
                },
              },
              element('span', { class: 'vote-place' }, String(at + 1)),
              element('span', {}, element('b', {}, secretary), element('small', {}, unitName)),
              element(
                'b',
                { class: voting.markOf(unit) === null && 'is-open' },
                nameOf(form, voting.markOf(unit)),
              ),
            ),
          ),
        ),
      ),
      element(
        'footer',
        {},
        said,
        element('p', {}, '投出后不能改。'),
        element(
          'div',
          {},
          element('button', { class: 'vote-quiet', type: 'button', click: () => history.back() }, '返回修改'),
          cast,
        ),
      ),
    ),
  }
}

function describeMarks(voting: Voting, form: BallotForm): string {
  const marks = form.lines.map(({ unit }) => voting.markOf(unit))
  const open = marks.filter(mark => mark === null).length
  const given =
    form.marks === 'grades'
      ? form.grades.map(({ id, name }) => `${name}${marks.filter(mark => mark === id).length}人`)
      : [`评分${marks.length - open}人`]
  return [...given, `未评${open}人`].join('，')
}

function nameOf(form: BallotForm, mark: WrittenMark): string {
  if (mark === null) return '未评'
  return typeof mark === 'number' ? `${mark}分` : (form.grades.find(({ id }) => id === mark)?.name ?? mark)
}

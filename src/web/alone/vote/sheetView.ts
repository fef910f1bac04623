import type { BallotForm, BallotLine } from '../../../domain/campaign/ballot/ballotForm.ts'
import { element, fill } from './element.ts'
import { goTo, type View } from './page.ts'
import { title } from './plainViews.ts'
import type { Voting } from './Voting.ts'

interface LineView {
  readonly node: HTMLElement
  update(): void
}

/** The sheet: a card for every secretary, and below, always in sight, how far one is and what would make the sheet void. */
export function sheetView(voting: Voting): View {
  const form = voting.form!
  const isMarked = ({ unit }: BallotLine) => voting.markOf(unit) !== null
  const lines = form.lines.map((line, at) =>
    form.marks === 'grades' ? gradeLine(voting, form, line, at) : pointsLine(voting, form, line, at),
  )
  const readers = form.lines.map(({ unit, secretary }) =>
    element(
      'button',
      {
        class: 'vote-read',
        type: 'button',
        'aria-label': `读报告：${secretary}`,
        click: () => goTo(voting, { at: 'report', unit }),
      },
      '读报告',
    ),
  )
  for (const [at, { node }] of lines.entries()) {
    const who = node.firstElementChild!
    // Beside the name where it floats, below it where the field for points stands at the right.
    who.insertBefore(readers[at]!, form.marks === 'grades' ? who.firstChild : null)
  }
  const progress = element('span', {})
  const warning = element('p', { class: 'vote-warning', role: 'status' })
  const toNext = () => {
    const next = form.lines.find(line => !isMarked(line))
    const card = next && document.getElementById(`line-${next.unit}`)
    card?.scrollIntoView({ block: 'center', behavior: 'smooth' })
    card?.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true })
  }
  const next = element('button', { class: 'vote-quiet', type: 'button', click: toNext }, '下一个未评')
  const update = () => {
    for (const line of lines) line.update()
    for (const [at, { unit }] of form.lines.entries()) readers[at]!.hidden = !voting.reports.has(unit)
    const marked = form.lines.filter(isMarked).length
    fill(progress, `已评${marked}人，共${form.lines.length}人`)
    const faults = voting.faults().filter(({ kind }) => kind !== 'open')
    fill(warning, faults.map(({ sentence }) => `${sentence}。`).join(''))
    const faulty = new Set(faults.flatMap(({ units }) => units))
    for (const [at, { unit }] of form.lines.entries())
      lines[at]!.node.classList.toggle('is-faulty', faulty.has(unit))
    next.disabled = marked === form.lines.length
  }
  update()
  return {
    update,
    node: element(
      'main',
      { class: 'vote-sheet' },
      title('评价'),
      element(
        'p',
        { class: 'vote-soft' },
        form.marks === 'grades'
          ? '点一下选中，再点一下取消。'
          : `每人填0到${form.full / 1000}的整数，不填按弃权计。`,
      ),
      element('ol', {}, ...lines.map(({ node }) => node)),
      element(
        'footer',
        {},
        warning,
        element('p', {}, progress),
        element(
          'div',
          {},
          next,
          element(
            'button',
            { class: 'vote-main', type: 'button', click: () => goTo(voting, { at: 'review' }) },
            '检查并投票',
          ),
        ),
      ),
    ),
  }
}

function gradeLine(voting: Voting, { grades }: BallotForm, line: BallotLine, at: number): LineView {
  // Two letters each stand in one row, down to the narrowest phone.
  const isShort = grades.length <= 5 && grades.every(({ name }) => name.length <= 2)
  const buttons = grades.map(grade => ({
    grade,
    button: element(
      'button',
      {
        type: 'button',
        click: () => voting.mark(line.unit, voting.markOf(line.unit) === grade.id ? null : grade.id),
      },
      grade.name,
    ),
  }))
  return {
    node: card(
      line,
      at,
      element(
        'div',
        {
          class: isShort ? 'vote-grades is-short' : 'vote-grades',
          role: 'group',
          'aria-label': `对${line.secretary}的评价`,
        },
        ...buttons.map(({ button }) => button),
      ),
    ),
    update: () => {
      for (const { grade, button } of buttons)
        button.setAttribute('aria-pressed', String(voting.markOf(line.unit) === grade.id))
    },
  }
}

function pointsLine(voting: Voting, form: BallotForm, line: BallotLine, at: number): LineView {
  const most = form.full / 1000
  const toNext = () => document.getElementById(`points-${at + 1}`)?.focus()
  const input = element('input', {
    id: `points-${at}`,
    inputmode: 'numeric',
    pattern: '[0-9]*',
    maxlength: 4,
    autocomplete: 'off',
    enterkeyhint: at + 1 < form.lines.length ? 'next' : 'done',
    'aria-label': `给${line.secretary}的分数`,
    focus: () => input.select(),
    input: () => {
      const typed = input.value.normalize('NFKC').replace(/\D/g, '')
      if (typed !== input.value) input.value = typed
      const before = voting.markOf(line.unit)
      voting.mark(line.unit, typed === '' ? null : Number(typed))
      // No further digit would fit: on to the next line, so that one thumb types on.
      const isLonger = before === null || String(before).length < typed.length
      if (isLonger && Number(typed) <= most && Number(typed) * 10 > most) toNext()
    },
    keydown: event => {
      if ((event as KeyboardEvent).key !== 'Enter') return
      event.preventDefault()
      if (at + 1 < form.lines.length) toNext()
      else input.blur()
    },
  })
  return {
    node: card(
      line,
      at,
      element('div', { class: 'vote-points' }, input, element('span', {}, '分')),
      'is-points',
    ),
    update: () => {
      const mark = voting.markOf(line.unit)
      const text = mark === null ? '' : String(mark)
      if (input.value !== text) input.value = text
    },
  }
}

function card(line: BallotLine, at: number, control: HTMLElement, look?: string): HTMLElement {
  return element(
    'li',
    { id: `line-${line.unit}`, class: look },
    element(
      'p',
      { class: 'vote-who' },
      element('span', { class: 'vote-place' }, String(at + 1)),
      element('b', {}, line.secretary),
      element('span', { class: 'vote-unit' }, line.unitName),
    ),
    control,
  )
}

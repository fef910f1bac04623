import { element, fill } from './element.ts'
import { castView, codeView, doneView, endedView, openingView } from './plainViews.ts'
import { reportView } from './reportView.ts'
import { reviewView } from './reviewView.ts'
import { sheetView } from './sheetView.ts'
import { startView } from './startView.ts'
import type { Screen, Voting } from './Voting.ts'

/** A screen: what it shows, and how it follows a change without being built anew. */
export interface View {
  readonly node: HTMLElement
  update?(): void
}

const STEPS = ['start', 'sheet', 'report', 'review']

/** Shows the screens of a vote. The phone's own way back leads through the steps, never out of a sheet half marked. */
export function showPage(root: HTMLElement, voting: Voting): () => void {
  let shown: { readonly screen: Screen; readonly form: unknown; readonly view: View } | undefined
  addEventListener('popstate', ({ state }) => {
    const { screen } = voting
    if (!STEPS.includes(screen.at)) return
    const to = (state as { readonly step?: Screen } | null)?.step ?? { at: 'start' }
    // Back from a report to the card that led there.
    voting.show(screen.at === 'report' && to.at === 'sheet' ? { at: 'sheet', unit: screen.unit } : to)
  })
  return () => {
    const { screen, form } = voting
    const isSame = shown?.screen.at === screen.at && STEPS.includes(screen.at) && sameForm(shown.form, form)
    if (shown !== undefined && isSame && shown.view.update !== undefined) return shown.view.update()
    const view = viewOf(screen, voting)
    fill(
      root,
      voting.part?.rehearsal === true && element('p', { class: 'vote-rehearsal' }, '演练：这张票不计入结果'),
      view.node,
    )
    const isNew = shown?.screen.at !== screen.at
    shown = { screen, form, view }
    if (!isNew) return
    if (screen.at === 'sheet' && screen.unit !== undefined)
      document.getElementById(`line-${screen.unit}`)?.scrollIntoView({ block: 'center' })
    else scrollTo(0, 0)
    root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }
}

/** Goes to a step, so that the phone's way back returns from it. */
export function goTo(voting: Voting, screen: Screen): void {
  history.pushState({ step: screen }, '')
  voting.show(screen)
}

function sameForm(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function viewOf(screen: Screen, voting: Voting): View {
  switch (screen.at) {
    case 'code':
      return codeView(voting, screen.said)
    case 'opening':
      return openingView(screen.said)
    case 'ended':
      return endedView(screen)
    case 'start':
      return startView(voting)
    case 'sheet':
      return sheetView(voting)
    case 'report':
      return reportView(voting, screen.unit)
    case 'review':
      return reviewView(voting)
    case 'casting':
      return castView(screen.said)
    case 'done':
      return doneView(screen.done)
  }
}

import { useLocation } from '@tanstack/react-router'

interface Place {
  readonly state: { readonly __TSR_key?: string; readonly __TSR_index: number }
}

/** Titles of the pages from which the entries of this tab's history were reached, by key. */
const titles = new Map<string, string>()

/** Notes a move to a page and the title of the page it was made from; going back and forth changes nothing. */
export function noteMove(from: Place, to: Place, title: string | undefined): void {
  const [key = '', old = ''] = [to.state.__TSR_key, from.state.__TSR_key]
  const steps = to.state.__TSR_index - from.state.__TSR_index
  const known = steps === 0 ? titles.get(old) : steps < 0 ? undefined : title
  if (key !== '' && known !== undefined && !titles.has(key)) titles.set(key, known)
}

/** Returns the title of the page from which this one was reached; `undefined` when the address was opened by itself. */
export function useCameFrom(): string | undefined {
  const { state } = useLocation() as Place
  return titles.get(state.__TSR_key ?? '')
}

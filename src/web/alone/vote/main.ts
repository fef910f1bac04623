import './olderBrowsers.ts'
import { showPage } from './page.ts'
import { Voting } from './Voting.ts'
import '../../tokens.css'
import './vote.css'

/** Takes the slip's code out of the address bar, so that nobody reads it there or in the history. */
function takeCode(): string | undefined {
  const code = decodeURIComponent(location.hash.slice(1))
  if (code === '') return undefined
  history.replaceState(history.state, '', location.pathname)
  return code
}

let show = (): void => undefined
const voting = new Voting(() => show())
show = showPage(document.getElementById('root')!, voting)
void voting.open(takeCode())
// Another slip scanned into the same tab changes the fragment alone.
addEventListener('hashchange', () => {
  const code = takeCode()
  if (code !== undefined) void voting.open(code)
})

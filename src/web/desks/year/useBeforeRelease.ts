import { useSession } from '../../client/SessionContext.ts'
import { useYearAnswer } from './useYearAnswer.ts'

const AFTER_RELEASE: readonly string[] = ['leadUnit', 'unit', 'secretary']

/** Checks whether the reader must wait for the release of this year's results; `undefined` while loading. */
export function useBeforeRelease(): boolean | undefined {
  const { account } = useSession()
  const { data } = useYearAnswer()
  if (account.grants.some(({ role }) => !AFTER_RELEASE.includes(role))) return false
  return data === undefined ? undefined : !data.released
}

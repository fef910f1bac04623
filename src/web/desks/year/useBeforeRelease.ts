import { useSession } from '../../client/SessionContext.ts'
import { useYearAnswer } from './useYearAnswer.ts'

const AFTER_RELEASE: readonly string[] = ['leadUnit', 'unit', 'secretary']

/** 是否须等公布: whether this person sees this year's results only once they are released, and they are not; `undefined` while that is read. */
export function useBeforeRelease(): boolean | undefined {
  const { account } = useSession()
  const { data } = useYearAnswer()
  if (account.grants.some(({ role }) => !AFTER_RELEASE.includes(role))) return false
  return data === undefined ? undefined : !data.released
}

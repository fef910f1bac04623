import { onTestFinished } from 'vitest'
import { openSurveys } from './surveyOffice.ts'

/** Opens a year before its survey, with its people, for one test; closed when the test ends. */
export async function openForTest(...args: Parameters<typeof openSurveys>) {
  const there = await openSurveys(...args)
  onTestFinished(() => there.office.close())
  return there
}

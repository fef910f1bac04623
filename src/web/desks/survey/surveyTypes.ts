import type { CallAnswer } from '../../client/call.ts'

/** The surveys of a year, with the components that have one. */
export type Surveys = CallAnswer<'GET /api/years/:year/surveys'>

/** A component with a survey. */
export type SurveyedComponent = Surveys['components'][number]

/** A survey whole. */
export type Survey = CallAnswer<'GET /api/years/:year/surveys/:survey'>

/** A commission as it is saved. */
export type Commission = Survey['commission']

/** How many are to be asked about a unit, of one group. */
export type Size = Commission['sizes'][number]

/** A questionnaire, and one of its questions. */
export type Questionnaire = Survey['questionnaire']
export type Question = Questionnaire['questions'][number]

/** How the calls are going. */
export type Progress = CallAnswer<'GET /api/years/:year/surveys/:survey/progress'>

/** The frame: its imports and what it holds. */
export type Frame = CallAnswer<'GET /api/years/:year/surveys/:survey/frame'>

/** What a part of a survey's page is shown for. */
export interface SurveyProps {
  readonly year: number
  readonly survey: Survey
}

/** Returns the address of a survey's page. */
export function addressOfSurvey(year: number, survey: string): string {
  return `/${year}/surveys/${survey}`
}

/** The analysis of the answers. */
export type Analysis = CallAnswer<'GET /api/years/:year/surveys/:survey/analysis'>

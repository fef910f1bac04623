import { checkQuestionnaire } from '../../../domain/campaign/survey/checkQuestionnaire.ts'
import type { Question } from '../../../domain/campaign/survey/questionnaire.ts'
import type { Refusal } from '../../../domain/kernel/refusal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { changeSurvey } from './changeSurvey.ts'
import type { SurveyAnswer } from './presentSurvey.ts'

/** Saves a questionnaire (问卷) as its next version; satisfaction questions get the answers of the scheme. `questionnaireFault`, `surveyStep` after the first call. */
export async function saveQuestionnaire(
  request: Served<'PUT /api/years/:year/surveys/:survey/questionnaire'>,
): Promise<SurveyAnswer | Refusal> {
  const { params, body } = request
  return changeSurvey(request, 'ask', body.revision, (_tx, { row, surveyed }) => {
    const options = surveyed.method.answers.map(({ id, name }) => ({ id, text: name }))
    const questions: Question[] = body.questionnaire.questions.map(question =>
      question.kind === 'satisfaction' ? { ...question, options } : question,
    )
    const questionnaire = { ...body.questionnaire, questions }
    const wrong = checkQuestionnaire(questionnaire)
    if (wrong !== undefined) return wrong
    const version = row.version + 1
    const values = { title: row.commission.title, version }
    return {
      set: { questionnaire, version },
      event: { kind: 'questionnaireSaved', year: params.year, values },
    }
  })
}

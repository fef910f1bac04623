import { surveyStageNames } from '../../../domain/campaign/survey/surveyState.ts'
import type { Step } from '../../kit/StepList.tsx'
import { printDay } from '../../kit/printDay.ts'
import type { Survey } from './surveyTypes.ts'

/** The steps of a survey, in order. */
export type SurveyPartId =
  | 'commission'
  | 'questionnaire'
  | 'frame'
  | 'calls'
  | 'file'
  | 'handOver'
  | 'decision'
  | 'numbers'

interface SurveyPart extends Step {
  readonly id: SurveyPartId
}

const ORDER: Readonly<Record<Survey['stage'], number>> = {
  drafted: 0,
  commissioned: 1,
  drawn: 2,
  calling: 3,
  closed: 4,
  separated: 5,
  returned: 5,
  handedOver: 6,
  accepted: 7,
}

/** Returns the steps of a survey with how far each is: by calls, or by a file of the bureau. */
export function surveySteps(survey: Survey): readonly SurveyPart[] {
  const { stage, way, planned, answers, draw, version, pinned, deletedOn, deleteOn } = survey
  const order = ORDER[stage]
  const between = (first: number, last: number): Step['state'] =>
    order > last ? 'done' : order >= first ? 'now' : 'ahead'
  const commission: SurveyPart = {
    id: 'commission',
    title: '委托',
    said: order === 0 ? '未委托' : `计划${planned}份`,
    state: between(0, 0),
  }
  const questionnaire: SurveyPart = {
    id: 'questionnaire',
    title: '问卷',
    said: pinned ? `第${version}版，已定` : version > 0 ? `第${version}版` : '未编制',
    state: pinned ? 'done' : between(0, 3),
  }
  const end: readonly SurveyPart[] = [
    {
      id: 'handOver',
      title: '结果和移交',
      said: order >= 6 ? '已移交' : stage === 'returned' ? '已退回，待重新移交' : '未移交',
      // A bureau's file comes first.
      state: way === 'calls' ? between(5, 5) : answers === 0 ? between(6, 5) : between(1, 5),
      // The committee reads the results before it accepts them.
      stays: order >= 6,
    },
    {
      id: 'decision',
      title: '接收',
      said: order === 6 ? '待接收' : order > 6 ? surveyStageNames[stage] : '移交以后接收',
      state: between(6, 6),
      stays: stage === 'accepted',
    },
  ]
  if (way === 'file')
    return [
      commission,
      questionnaire,
      {
        id: 'file',
        title: '结果文件',
        said: answers > 0 ? `已收${answers}份` : '未导入',
        state: between(1, 5),
      },
      ...end,
    ]
  return [
    commission,
    questionnaire,
    {
      id: 'frame',
      title: '样本框和抽样',
      said: draw === undefined ? '未抽样' : `名单${draw.frame}人，抽中${draw.sampled}人`,
      state: between(1, 1),
    },
    {
      id: 'calls',
      title: '访问和分离',
      said: order < 2 ? '抽样以后访问' : `完成${answers}份，计划${planned}份`,
      state: between(2, 4),
    },
    ...end,
    {
      id: 'numbers',
      title: '号码删除',
      said: deletedOn === undefined ? `${printDay(deleteOn)}删除` : `${printDay(deletedOn)}已删除`,
      state: deletedOn === undefined ? 'ahead' : 'done',
    },
  ]
}

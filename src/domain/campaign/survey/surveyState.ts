/** The words of a survey's stages (民意调查的阶段), in their order. (四（三）) */
export const surveyStageNames = {
  drafted: '拟委托',
  commissioned: '已委托',
  drawn: '已抽样',
  calling: '访问中',
  closed: '访问结束',
  separated: '已分离',
  handedOver: '已移交',
  accepted: '已接收',
  returned: '已退回',
} as const

/** The stage of a survey (阶段). */
export type SurveyStage = keyof typeof surveyStageNames

/** How the answers come (调查方式): by our calls, or in a file of a bureau with its own system. */
export const surveyWayNames = { calls: '本系统电话访问', file: '调查方自有系统，交来文件' } as const

/** How the answers of a survey come (调查方式). */
export type SurveyWay = keyof typeof surveyWayNames

/** A step of a survey (办理步骤), with its words. */
export const surveyStepNames = {
  plan: '修改委托',
  entrust: '委托',
  ask: '修改问卷',
  list: '导入样本框',
  draw: '抽取样本',
  call: '电话访问',
  supervise: '督导访问',
  close: '结束访问',
  separate: '分离答卷',
  import: '导入结果文件',
  handOver: '移交结果',
  accept: '接收结果',
  return: '退回结果',
  takeBack: '撤回接收',
} as const

/** A step of a survey (办理步骤). */
export type SurveyStep = keyof typeof surveyStepNames

import { printDay } from '../../domain/kernel/calendar.ts'
import type { SurveyRefusalValues } from '../../domain/kernel/surveyRefusals.ts'
import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Chinese sentences for what the domain refuses of a survey. */
export const surveySentences: {
  readonly [C in keyof SurveyRefusalValues]: (values: SurveyRefusalValues[C]) => string
} = {
  surveyStep: ({ step, stage }: { step: string; stage: string }) =>
    `这项调查${stage}，现在不能${step}；请刷新后看能办的步骤`,
  surveyDays: ({ begins, ends, deleteOn }: { begins: string; ends: string; deleteOn: string }) =>
    `访问开始（${printDay(begins)}）应不晚于截止（${printDay(ends)}），号码删除日期（${printDay(deleteOn)}）应晚于截止；请改正日期`,
  surveyHours: () => '拨打时段应从早到晚，互不重叠；请改正时段',
  questionnaireFault: ({ fault }: { fault: string }) => `问卷有误：${fault}；请改正后保存`,
  phoneNumberWrong: ({ number }: { number: string }) =>
    `“${number}”不是电话号码；请填11位手机号，或带区号的固定电话`,
  batchSmall: ({ answers, least }: { answers: number; least: number }) =>
    `这一批只有${answers}份答卷，不足${least}份，不能单独分离；请与其他单位合为一批，全部访问结束后仍不足的，只能销毁`,
  batchLeavesFew: ({ answers, least }: { answers: number; least: number }) =>
    `分离这一批以后，其余单位现有${answers}份答卷，不足${least}份，以后可能不能再单独分离；请等其余单位满${least}份，或把可以分离的都并入这一批`,
}

/** Why the room of surveys says no: a permanent code, and the Chinese sentence of its values. */
export const surveyRefusals = {
  noSurveyComponent: () => '本年度的方案没有用民意调查计分的考核项目；需要的请先在方案中补上',
  surveyNobodyAsked: () => '还没有填写向谁调查多少人；请填写各单位各类对象的样本量',
  surveySizeUnknown: ({ what }: { what: string }) =>
    `样本量里的“${what}”不在本年度的名册或方案中，或重复出现；请改正`,
  commissionFixed: ({ what }: { what: string }) => `委托以后不能再改${what}；确需改的，请另拟一项调查`,
  surveyOver: ({ ends }: { ends: string }) =>
    `访问截止${printDay(ends)}已过，委托以后不能拨打；请先把访问截止改成今天或以后`,
  surveyFileTooMany: ({ answers, most }: { answers: number; most: number }) =>
    `文件里的份数加起来有${answers}份，超过${most}份；请核对填份数的各列`,
  drawPartySame: ({ by }: { by: string }) => `报数的两方都是“${by}”；请由不同的两方各报一个数`,
  unitsNotCalled: ({ units }: { units: string }) =>
    `${units}不在这项调查中，或访问已经结束，不能再办这一步；请刷新后看各单位的情况`,
  frameEmpty: () => '样本框还是空的，不能抽样；请先导入样本框',
  frameBusy: () => '样本框正在读取，或读好的还没有确认；请先确认保留或不要',
  surveyDrawing: () => '名单已经冻结，正在抽取样本，抽完以前不能办这一步；请稍候，刷新后再看',
  frameShort: ({ what, frame, wanted }: { what: string; frame: number; wanted: number }) =>
    `${what}在样本框中只有${frame}人，少于计划的${wanted}份；请补充样本框，或改小样本量`,
  frameGone: () => '这次导入已经处理过；请刷新后再看',
  surveyFileBusy: () => '先前的结果文件正在读取，或读好的还没有确认；请先导入或不要',
  surveyFileTwice: ({ file, at }: { file: string; at: string }) =>
    `与${at}导入的“${file}”完全相同，不必再导入；请确认选对了文件`,
  phoneNumberTwice: ({ place }: { place: string }) => `号码与${place}相同；一个号码只能出现一次，请删去一行`,
  frameUnitUnasked: ({ unit, group }: { unit: string; group: string }) =>
    `这项调查不访问“${unit}”的${group}；请删去这一行，或先修改委托`,
  reserveSpent: ({ left }: { left: number }) => `备用号码只剩${left}个；请少启用一些`,
  noInterviewAnswers: () => '答案还不够，不能记为完成访问；请问完题目，或选“中途挂断”',
  answerUnknown: ({ question }: { question: string }) => `“${question}”的答案不在备选答案中；请重新选择`,
  answersTooLong: () => '答案太长，保存不下；请把意见建议写短些',
  appointmentWrong: () => '预约时间应在今天到访问截止日之间的拨打时段里；请改正时间',
  caseElsewhere: () => '这个个案已经不在您手上（时间过长或已结束），这次的结果没有保存；请领取下一个',
  caseUnanswered: () => '这个个案没有可以退回的答卷；请刷新后再看',
  unitsNotReady: ({ units }: { units: string }) => `${units}还不能办这一步；请先结束访问并做完回访`,
  surveyWithoutAnswers: () => '还没有一份答卷，不能移交；请先导入结果文件',
  surveyTalliesThere: ({ units }: { units: number }) =>
    `本年度已录入${units}个单位的民意调查汇总，再接收会合并计算；确实是另外的答卷的，请勾选合并，否则先撤回已录入的`,
  numbersGone: () => '电话号码已经删除；不能再访问或回访',
  numbersNeeded: () => '访问或回访还没有结束，不能提前删除号码；请先结束访问并分离答卷',
  surveyKeyLost: () =>
    '找不到这项调查的密钥，号码和未分离的答卷打不开；请系统管理员从备份的密钥文件夹恢复后再试',
  opinionsNotOpen: () => '委托中没有对您开放意见建议原文；请与组织考核者联系',
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof surveyRefusals> {}
}

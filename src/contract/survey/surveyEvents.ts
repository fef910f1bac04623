/** Chinese sentences for the events of surveys. No event names a case, a number or an answer. */
export const surveyEvents = {
  surveyDrafted: ({ title }: { title: string }) => `拟定民意调查“${title}”`,
  surveyPlanned: ({ title }: { title: string }) => `修改民意调查“${title}”的委托`,
  surveyDropped: ({ title }: { title: string }) => `删除还没有委托的民意调查“${title}”`,
  surveyEntrusted: ({ title, surveyor, planned }: { title: string; surveyor: string; planned: number }) =>
    `委托${surveyor}开展民意调查“${title}”，计划${planned}份`,
  questionnaireSaved: ({ title, version }: { title: string; version: number }) =>
    `保存民意调查“${title}”的问卷第${version}版`,
  frameUploaded: ({ title, file }: { title: string; file: string }) =>
    `为民意调查“${title}”上传样本框“${file}”`,
  frameKept: ({
    title,
    file,
    accepted,
    refused,
  }: {
    title: string
    file: string
    accepted: number
    refused: number
  }) => `民意调查“${title}”导入样本框“${file}”，收${accepted}行，未收${refused}行`,
  frameDropped: ({ title, file }: { title: string; file: string }) => `民意调查“${title}”不用样本框“${file}”`,
  frameFrozen: ({ title, frame }: { title: string; frame: number }) =>
    `民意调查“${title}”冻结样本框，名单${frame}人，两方已报数`,
  sampleDrawn: ({
    title,
    frame,
    sampled,
    fingerprint,
  }: {
    title: string
    frame: number
    sampled: number
    fingerprint: string
  }) => `民意调查“${title}”抽样：名单${frame}人，抽中${sampled}人，名单指纹${fingerprint}`,
  callsBegun: ({ title, version }: { title: string; version: number }) =>
    `民意调查“${title}”开始访问，问卷定为第${version}版`,
  reserveReleased: ({ title, released, reason }: { title: string; released: number; reason: string }) =>
    `民意调查“${title}”启用备用号码${released}个，理由：${reason}`,
  caseAskedAgain: ({ title, reason }: { title: string; reason: string }) =>
    `民意调查“${title}”退回一份答卷重新访问，理由：${reason}`,
  callBackRecorded: ({ title, result }: { title: string; result: string }) =>
    `民意调查“${title}”登记一次回访：${result}`,
  unitsEnded: ({ title, units, checks }: { title: string; units: number; checks: number }) =>
    `民意调查“${title}”结束${units}个单位的访问，抽出${checks}份回访`,
  surveyClosed: ({ title }: { title: string }) => `民意调查“${title}”结束访问`,
  answersSeparated: ({ title, units, answers }: { title: string; units: number; answers: number }) =>
    `民意调查“${title}”分离${units}个单位的答卷${answers}份，密钥已销毁`,
  answersDiscarded: ({ title, units, answers }: { title: string; units: number; answers: number }) =>
    `民意调查“${title}”的答卷不足一批，${units}个单位的${answers}份答卷未经打开销毁，密钥已销毁`,
  surveyFileUploaded: ({ title, file }: { title: string; file: string }) =>
    `为民意调查“${title}”上传结果文件“${file}”`,
  surveyFileDropped: ({ title, file }: { title: string; file: string }) =>
    `民意调查“${title}”不用结果文件“${file}”`,
  surveyFileRead: ({ title, file, rows }: { title: string; file: string; rows: number }) =>
    `民意调查“${title}”导入结果文件“${file}”，${rows}行`,
  surveyReportMade: ({ title }: { title: string }) => `制作民意调查“${title}”的分析报告`,
  surveyHandedOver: ({ title, answers }: { title: string; answers: number }) =>
    `移交民意调查“${title}”的结果，答卷${answers}份`,
  surveyAccepted: ({ title, facts }: { title: string; facts: number }) =>
    `接收民意调查“${title}”的结果，写入${facts}条汇总`,
  surveyReturned: ({ title, reason }: { title: string; reason: string }) =>
    `退回民意调查“${title}”的结果，理由：${reason}`,
  surveyTakenBack: ({ title, facts, reason }: { title: string; facts: number; reason: string }) =>
    `撤回对民意调查“${title}”的接收，撤下${facts}条汇总，理由：${reason}`,
  numbersDeleted: ({ title, numbers }: { title: string; numbers: number }) =>
    `删除民意调查“${title}”的电话号码和姓名${numbers}条，密钥已销毁`,
} as const

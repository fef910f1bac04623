/** Rule of the draw in plain words; printed on the sheet and included in the record file. (四（二）) */
export const drawRule =
  '名单先冻结：名单文本（首行为抬头，其余每行“编号、姓名或名称、党支部”，以制表符分隔，按编号排序，UTF-8编码，每行以换行结束）的SHA-256为名单指纹。' +
  '然后当场产生种子：骰子点数按掷出先后连写，或两方所报数字以短横相连。' +
  '每一行计算“名单指纹:种子:编号”的SHA-256，按结果从小到大排列，取前若干行。任何人用任何能算SHA-256的工具都能重算。'

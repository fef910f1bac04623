/** Rule of the sample in plain words, written into its record. (四（三）) */
export const sampleRule =
  '名单（首行为抬头，其余每行“编号、单位、对象、层”，以制表符分隔，按编号排序，UTF-8编码，每行以换行结束）的SHA-256为名单指纹。' +
  '每一行计算“名单指纹:种子:编号”的SHA-256，在每个单位每类对象的每一层内按结果从小到大取前若干行，其余按同样的先后作备用。'

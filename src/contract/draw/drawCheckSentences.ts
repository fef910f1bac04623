import type { DrawCheck } from '../../domain/campaign/draw/checkDraw.ts'

/** Chinese sentences for each verification step of a draw, passed and failed. */
export const drawCheckSentences: {
  readonly [S in DrawCheck['step']]: { readonly right: string; readonly wrong: string }
} = {
  text: { right: '名单文本合乎写法', wrong: '名单文本不合写法：须按编号排序、以制表符分隔、每行以换行结束' },
  head: { right: '名单抬头与单位、年度、用途相符', wrong: '名单抬头与单位、年度、用途不符，可能是别的名单' },
  fingerprint: { right: '名单指纹重算相符', wrong: '名单指纹重算不符：名单在冻结以后被改过，或指纹被改过' },
  seed: { right: '种子与所报数字相符', wrong: '种子与所报数字、点数不符' },
  result: { right: '抽取结果重算相符', wrong: '抽取结果重算不符：抽中的人或次序被改过' },
}

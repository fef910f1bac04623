import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why the ballots of a meeting say no: a permanent code, and the Chinese sentence of its values. */
export const ballotRefusals = {
  voteSlipUnknown: () => '这张票条不是本系统的，或已作废；请核对票条，或到发票处换领',
  voteSlipUsed: () => '这张票条已经换过凭证，不能再换另一张；请用原来的手机，或重新扫同一张票条',
  voteNotOpen: ({ state }: { state: string }) => `${state}，现在不能投票`,
  blindedFaulty: () => '换凭证的内容不完整，凭证没有换出；请刷新页面后再试',
  credentialFaulty: () => '凭证无效，票没有投出；请重新扫票条',
  credentialUsed: () => '这张凭证已经投过一票，不能再投；原来的一票有效',
  sealedFaulty: () => '票的内容不完整，没有投出；请刷新页面后再投',
  ballotKeyMissing: () => '还没有开票钥匙；请先由计票人生成，计票人和监票人各存一份',
  ballotKeyWrong: () => '这份钥匙打不开本次会议的票；请换用本次会议的钥匙',
  ballotKeyUntried: ({ holders }: { holders: string }) => `${holders}还没有试过钥匙；请两份都试过再开始投票`,
  ballotKeyFixed: () => '已经有人换过凭证，钥匙不能再换',
  ballotRisks: ({ risks }: { risks: string }) =>
    `数据库${risks}，会留下投票先后的痕迹；请先关闭，或写明理由后确认风险`,
  ballotRisksNone: () => '数据库没有要确认的风险；请刷新后再看',
  phonesUnused: () => '这次会议只用纸质票，不印票条；要用手机投票的，请先改会议的安排',
  slipsRepeated: () => '这批票条与已有的重复；请重新生成',
  slipsTooMany: ({ most }: { most: number }) => `一次会议最多${most}张票条；请核对人数`,
  voterClassUnknown: ({ voterClass }: { voterClass: string }) => `没有“${voterClass}”这一票种；请刷新后再选`,
  ballotsNotClosed: () => '投票还没有截止，不能开票；请先截止投票',
  ballotsUnsealed: () => '票已经打开，不能再做这一步；请刷新后再看',
  ballotsUnopened: () => '票还没有打开；请先用钥匙开票',
  ballotsUncounted: () => '还没有计票，不能公布；请先计票',
  ballotsPublished: () => '结果已经公布，不能再改；要重新计票的，请按规定的程序办理',
  ballotsUnpublished: () => '这次会议的结果还没有公布；请稍后再看',
  issuedBeyond: ({ voterClass }: { voterClass: string }) =>
    `“${voterClass}”发出的张数少于退回与作废之和；请核对`,
} as const

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof ballotRefusals> {}
}

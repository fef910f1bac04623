/** Chinese sentences for the ballot events of a meeting. Casting and redeeming leave none. */
export const ballotEvents = {
  ballotKeyMade: ({ meeting }: { meeting: string }) => `“${meeting}”生成开票钥匙，由计票人和监票人各存一份`,
  ballotKeyTried: ({ meeting, holder }: { meeting: string; holder: string }) =>
    `“${meeting}”的${holder}试过开票钥匙`,
  slipsPrinted: ({ meeting, voterClass, slips }: { meeting: string; voterClass: string; slips: number }) =>
    `“${meeting}”印制${voterClass}票条${slips}张`,
  ballotsIssued: ({ meeting, told }: { meeting: string; told: string }) =>
    `“${meeting}”登记票的发放：${told}`,
  ballotRiskConfirmed: ({ meeting, risks, reason }: { meeting: string; risks: string; reason: string }) =>
    `“${meeting}”确认风险：数据库${risks}，理由：${reason}`,
  ballotsOpened: ({ meeting, sheets }: { meeting: string; sheets: number }) =>
    `“${meeting}”开票，手机票${sheets}张，密封的票和签发钥匙已销毁`,
  ballotsCounted: ({
    meeting,
    phone,
    paper,
    voided,
    hash,
  }: {
    meeting: string
    phone: number
    paper: number
    voided: number
    hash: string
  }) => `“${meeting}”计票：手机票${phone}张、纸质票${paper}张，其中废票${voided}张，计票文件指纹${hash}`,
  ballotsPublished: ({ meeting, hash }: { meeting: string; hash: string }) =>
    `“${meeting}”公布回执和评价，公布文件指纹${hash}`,
  countFileRead: ({ meeting, by }: { meeting: string; by: string }) => `${by}取用“${meeting}”封存的计票文件`,
  ballotsDestroyed: ({ meeting, sheets }: { meeting: string; sheets: number }) =>
    `“${meeting}”中止，${sheets}张票未经计票即销毁`,
} as const

import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why the server says no: a permanent code, and the Chinese sentence of its values. */
export const platformRefusals = {
  notSignedIn: () => '尚未登录，或登录已过期；请重新登录，已填的内容不会丢失',
  passwordMustChange: () => '这是首次登录或口令已被重置，请先设置新口令',
  notAllowed: ({ action, roles, allowed }: { action: string; roles: string; allowed: string }) =>
    `您的角色（${roles}）不能${action}；可以${action}的是：${allowed}。如有需要，请联系安全管理员授权`,
  outOfReach: ({ action, unit }: { action: string; unit: string }) =>
    `单位“${unit}”不在您的管理范围内，不能${action}；如范围有误，请联系组织考核者`,
  notReleased: ({ action, year, day }: { action: string; year: number; day?: string }) =>
    day === undefined
      ? `${year}年度结果尚未公布，暂不能${action}；公布后即可查看`
      : `${day}时${year}年度结果尚未公布，不能按这一天${action}；请选公布以后的日期`,
  idempotencyKeyMissing: () => '这次提交没有编号，无法保证重复提交只算一次；请刷新页面后重试',
  idempotencyKeyReused: () => '这次提交与先前一次用了同一编号而内容不同，没有保存；请刷新页面后重新提交',
  inputInvalid: ({ faults }: { faults: string }) => `提交的内容有误，没有保存：${faults}`,
  bodyTooLarge: ({ most }: { most: string }) => `提交的内容超过上限 ${most}，没有保存；请拆分后再提交`,
  addressInvalid: () => '这个地址不完整或写错了；请检查链接，或从清单重新打开',
  noSuchPage: ({ path }: { path: string }) => `没有“${path}”这个地址；请检查链接，或从首页进入`,
  notFound: ({ what }: { what: string }) => `没有找到${what}；可能已被删除，请返回列表刷新后再试`,
  staleRevision: ({ what, by, at }: { what: string; by: string; at: string }) =>
    `${what}已由${by}于${at}改动，您这次操作没有生效；请核对对方的改动后再提交`,
  databaseAway: () => '暂时连不上数据库，没有保存；请稍候重试，仍不行请联系系统管理员',
  diskFull: () => '服务器磁盘已满，没有保存；请联系系统管理员清理磁盘后重试',
  internalFault: ({ reference }: { reference: string }) =>
    `程序出错，没有保存；请把编号 ${reference} 告诉系统管理员`,
  fileTooMuch: () => '这个文件的内容太多，读不下来，没有保存；请删去用不着的内容，或拆成几个文件后再上传',
  tooManyRequests: ({ seconds }: { seconds: number }) => `操作太频繁，请等待 ${seconds} 秒后再试`,
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof platformRefusals> {}
}

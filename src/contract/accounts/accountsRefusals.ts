import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why the accounts says no: a permanent code, and the Chinese sentence of its values. */
export const accountsRefusals = {
  signInWrong: ({ most, minutes }: { most: number; minutes: number }) =>
    `用户名或口令不正确；请核对后重新填写（连续 ${most} 次不正确，将锁定 ${minutes} 分钟）`,
  signInLocked: ({ minutes }: { minutes: number }) =>
    `多次登录不成功，已暂时锁定；请等待 ${minutes} 分钟后再试，或联系组织考核者重置口令`,
  secondFactorMissing: () => '此账号须动态验证码；请填写手机验证器上的六位数字，或一个恢复码',
  secondFactorWrong: () => '动态验证码不正确或已用过；请等手机上换成下一个数字后再填，并核对手机时间',
  accountDisabled: () => '此账号已停用；如需使用，请联系组织考核者或系统管理员',
  passwordWrong: () => '现在的口令不正确，没有保存；请重新填写',
  passwordWeak: ({ faults }: { faults: string }) => `新口令不合要求，没有保存：${faults}；请另换一个`,
  passwordUsedBefore: ({ last }: { last: number }) =>
    `新口令与最近用过的 ${last} 个口令之一相同，没有保存；请另换一个`,
  demoAccountKept: () => '演示账号供所有人试用，不能改它的口令和验证方式；请另开一个账号后再试',
  usernameInvalid: ({ username }: { username: string }) =>
    `用户名“${username}”不能使用；请用 2 到 40 个汉字、小写字母或数字，中间可以有 . _ - @ ·`,
  usernameTaken: ({ username }: { username: string }) => `用户名“${username}”已有人使用；请换一个`,
  roleNeedsUnit: ({ role }: { role: string }) => `“${role}”须指定单位；请选择单位`,
  roleTakesNoUnit: ({ role }: { role: string }) => `“${role}”不属于某一单位；请去掉单位`,
  accountNeedsRole: () =>
    '新账号须同时授予日常角色（牵头单位、单位、党组织书记、核查组、民意调查方、访问员）；请选择角色，其他账号请由系统管理员开设',
  ownAccount: ({ act }: { act: string }) =>
    `不能对自己的账号${act}；请由另一位有此权限的人办理，自己的口令和验证方式在“我的账号”中修改`,
  accountBeyond: ({ act, name, allowed }: { act: string; name: string; allowed: string }) =>
    `您不能对账号“${name}”${act}；可以办理的是：${allowed}`,
  roleBeyond: ({ role, allowed }: { role: string; allowed: string }) =>
    `您不能授予或收回“${role}”；可以办理的是：${allowed}`,
  accountForAdministration: ({ username, role }: { username: string; role: string }) =>
    `账号“${username}”是管理账号，不能授予“${role}”；请为其另开一个业务账号`,
  accountForBusiness: ({ username, role }: { username: string; role: string }) =>
    `账号“${username}”是业务账号，不能授予“${role}”；请由系统管理员另开一个管理账号`,
  lastAdministrator: ({ role }: { role: string }) =>
    `这是最后一个可用的${role}账号，不能停用或收回；请先为另一账号授予“${role}”`,
  administrationSetUp: () =>
    '安全管理员和审计管理员已经设置过，不能再用首次设置；请由系统管理员开设账号、安全管理员授权',
  nothingChanged: () => '没有可保存的改动；请核对后再提交',
  oneTimePasswordExpired: ({ days }: { days: number }) =>
    `一次性口令已超过 ${days} 天，不能再用；请联系组织考核者或系统管理员重置`,
  secondFactorOn: () => '动态验证码已启用；如要换手机，请先停用再重新设置',
  secondFactorOff: () => '动态验证码没有启用；请先设置',
  trailTooLong: ({ most }: { most: number }) =>
    `符合条件的留痕超过 ${most} 条，一个表格放不下；请缩小日期或其他条件，或者导出全部留痕的文件`,
  toldOnce: () => '这一操作已经完成，密钥和恢复码只显示一次；请重新操作一次以得到新的',
  rolesScoreOwn: ({ role, held }: { role: string; held: string }) =>
    `“${role}”要评定、审定或监督各单位的结果，不能与“${held}”同在一个账号（不得涉及本单位）；请另开一个账号`,
  rolesNotTogether: ({ role, held }: { role: string; held: string }) =>
    `同一账号不能既是“${role}”又是“${held}”（三员分立，管理账号不兼业务角色）；请为“${role}”另开一个账号`,
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof accountsRefusals> {}
}

import type { AccountsRefusalValues } from '../domain/kernel/accountsRefusals.ts'

/** 账号拒绝的中文句子. */
export const accountsSentences: { readonly [C in keyof AccountsRefusalValues]: (values: AccountsRefusalValues[C]) => string } = {
  signInWrong: ({ most, minutes }) => `用户名或口令不正确；请核对后重新填写（连续 ${most} 次不正确，将锁定 ${minutes} 分钟）`,
  signInLocked: ({ minutes }) => `多次登录不成功，已暂时锁定；请等待 ${minutes} 分钟后再试，或联系组织考核者重置口令`,
  secondFactorMissing: () => '此账号须动态验证码；请填写手机验证器上的六位数字，或一个恢复码',
  secondFactorWrong: () => '动态验证码不正确或已用过；请等手机上换成下一个数字后再填，并核对手机时间',
  accountDisabled: () => '此账号已停用；如需使用，请联系组织考核者或系统管理员',
  passwordWrong: () => '现在的口令不正确，没有保存；请重新填写',
  passwordWeak: ({ faults }) => `新口令不合要求，没有保存：${faults}；请另换一个`,
  passwordUsedBefore: ({ last }) => `新口令与最近用过的 ${last} 个口令之一相同，没有保存；请另换一个`,
  demoAccountKept: () => '演示账号供所有人试用，不能改它的口令和验证方式；请另开一个账号后再试',
  usernameInvalid: ({ username }) => `用户名“${username}”不能使用；请用 2 到 40 个汉字、小写字母或数字，中间可以有 . _ - @ ·`,
  usernameTaken: ({ username }) => `用户名“${username}”已有人使用；请换一个`,
  roleNeedsUnit: ({ role }) => `“${role}”须指定单位；请选择单位`,
  roleTakesNoUnit: ({ role }) => `“${role}”不属于某一单位；请去掉单位`,
  rolesNotTogether: ({ role, held }) =>
    `同一账号不能既是“${role}”又是“${held}”（三员分立，管理账号不兼业务角色）；请为“${role}”另开一个账号`,
}

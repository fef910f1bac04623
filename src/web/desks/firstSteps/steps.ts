import type { FirstStep } from '../../../contract/http/installationRoutes.ts'
import type { Action } from '../../../contract/access/actions.ts'

/** 首次使用一步的说法: what is done and why, who may do it, where, and how what is there is counted. */
export interface StepWords {
  readonly title: string
  readonly what: string
  readonly by: Action
  readonly who: string
  readonly counted: string
}

/** 首次使用各步的说法. */
export const stepWords: { readonly [S in FirstStep]: StepWords } = {
  institution: {
    title: '填写本单位名称',
    what: '组织考核的单位全称，显示在页眉和导出的文件上。',
    by: 'configure',
    who: '系统管理员或组织考核者',
    counted: '',
  },
  accounts: {
    title: '开设账号',
    what: '系统管理、安全管理、审计管理由三人分别担任；再为组织考核者开设账号。',
    by: 'manageAccounts',
    who: '系统管理员',
    counted: '个账号',
  },
  scheme: {
    title: '编制并印发考核方案',
    what: '把考核通知录成方案：权重、评分细则、口径、时间节点。可导入方案文件，检查无误后印发。',
    by: 'editScheme',
    who: '组织考核者',
    counted: '个方案版本',
  },
  year: {
    title: '开启考核年度',
    what: '选定已印发的方案版本，开启第一个年度。',
    by: 'openYear',
    who: '组织考核者',
    counted: '个年度',
  },
  roster: {
    title: '录入名册',
    what: '参加考核的单位、牵头关系和党组织书记。可由工作簿导入，先预览再写入。',
    by: 'editRoster',
    who: '组织考核者',
    counted: '个单位',
  },
}

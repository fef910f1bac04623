import type { Action } from '../../../contract/access/actions.ts'
import type { FirstStep } from '../../../contract/installation/installationRoutes.ts'

/** The wording of a first step: what is done and why, who may do it, on which desk (the first that exists), and how its items are counted. */
interface StepWords {
  readonly title: string
  readonly what: string
  readonly by: Action
  readonly who: string
  readonly desks: readonly string[]
  readonly button: string
  readonly counted: string
}

/** Wording of each first step. */
export const stepWords: { readonly [S in FirstStep]: StepWords } = {
  institution: {
    title: '填写本单位名称',
    what: '组织考核者的全称，显示在页眉和导出的文件上，以后可以修改。',
    by: 'configure',
    who: '系统管理员或组织考核者',
    desks: [],
    button: '',
    counted: '',
  },
  accounts: {
    title: '开设管理账号和组织考核者账号',
    what: '系统管理、安全管理、审计管理由三个人分别担任，组织考核者另设账号。各单位的账号可以在名册录入后成批开设。',
    by: 'manageAccounts',
    who: '系统管理员',
    desks: ['accounts'],
    button: '去开设账号',
    counted: '个组织考核者账号',
  },
  scheme: {
    title: '编制并印发考核方案',
    what: '把考核通知录成方案：权重、评分细则、口径和时间节点。可以由范例或方案文件开始，检查无误后印发。',
    by: 'editScheme',
    who: '组织考核者',
    desks: ['schemes', '$year/scheme', 'scheme'],
    button: '去编制方案',
    counted: '个印发的版本',
  },
  year: {
    title: '开启考核年度',
    what: '选定印发的方案版本，开启第一个年度。',
    by: 'openYear',
    who: '组织考核者',
    desks: ['openYear'],
    button: '去开启年度',
    counted: '个年度',
  },
  roster: {
    title: '录入名册',
    what: '参加考核的单位、牵头关系和党组织书记。可以由工作簿导入，先预览，再写入。',
    by: 'editRoster',
    who: '组织考核者',
    desks: ['$year/roster'],
    button: '去录入名册',
    counted: '个单位',
  },
}

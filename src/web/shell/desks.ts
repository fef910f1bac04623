import {
  AuditOutlined,
  CheckSquareOutlined,
  ExperimentOutlined,
  FileTextOutlined,
  HomeOutlined,
  ImportOutlined,
  NotificationOutlined,
  OrderedListOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { Action } from '../../contract/access/actions.ts'
import { drawDesks } from './drawDesks.ts'
import { knowledgeDesks } from './knowledgeDesks.ts'
import { ledgerDesks } from './ledgerDesks.ts'
import { roundsDesks } from './roundsDesks.ts'
import { routineDesks } from './routineDesks.ts'
import { sheetsDesks } from './sheetsDesks.ts'

/** Groups of the menu, in their order. */
export const deskGroups = ['年度工作', '日常工作', '方案与名册', '管理'] as const

/** A desk: one page of the web. It is hidden from people who have none of `actions`; an empty list means everybody signed in. */
export interface Desk {
  /** `$year/…` for a page of a year; further parameters as `$unit`. */
  readonly path: string
  readonly title: string
  readonly actions: readonly Action[]
  readonly page: AsyncRouteComponent<unknown>
  /** Its group in the menu; a page without one is reached from another, whose path is `under`. */
  readonly group?: (typeof deskGroups)[number]
  readonly icon?: ComponentType
  readonly under?: string
  /** Shown only while there is no current year. */
  readonly withoutYear?: true
}

/** All desks, in the order of the menu. People arrive at the first that they may see. */
export const desks: readonly Desk[] = [
  {
    path: '$year/home',
    title: '首页',
    actions: ['readYear'],
    group: '年度工作',
    icon: HomeOutlined,
    page: lazyRouteComponent(() => import('../desks/home/HomePage.tsx'), 'HomePage'),
  },
  {
    path: 'home',
    title: '首页',
    actions: [],
    group: '年度工作',
    icon: HomeOutlined,
    withoutYear: true,
    page: lazyRouteComponent(() => import('../desks/home/HomePage.tsx'), 'HomePage'),
  },
  {
    path: '$year/year',
    title: '年度进展',
    actions: ['readYear'],
    group: '年度工作',
    icon: ScheduleOutlined,
    page: lazyRouteComponent(() => import('../desks/year/ProgressPage.tsx'), 'ProgressPage'),
  },
  {
    path: '$year/year/missing',
    title: '缺项清单',
    actions: ['readYear'],
    under: '$year/year',
    page: lazyRouteComponent(() => import('../desks/year/MissingPage.tsx'), 'MissingPage'),
  },
  {
    path: '$year/year/phases',
    title: '阶段与方案',
    actions: ['readYear'],
    under: '$year/year',
    page: lazyRouteComponent(() => import('../desks/year/PhasesPage.tsx'), 'PhasesPage'),
  },
  {
    path: 'openYear',
    title: '开启考核年度',
    actions: ['openYear'],
    under: '$year/year',
    page: lazyRouteComponent(() => import('../desks/year/OpenYearPage.tsx'), 'OpenYearPage'),
  },
  {
    path: '$year/ranking',
    title: '排名',
    actions: ['readRanking'],
    group: '年度工作',
    icon: OrderedListOutlined,
    page: lazyRouteComponent(() => import('../desks/results/ranking/RankingPage.tsx'), 'RankingPage'),
  },
  {
    path: '$year/units/$unit',
    title: '单位结果',
    actions: ['readUnitResult'],
    under: '$year/ranking',
    page: lazyRouteComponent(() => import('../desks/results/unit/UnitPage.tsx'), 'UnitPage'),
  },
  {
    path: '$year/whatIf',
    title: '试算',
    actions: ['tryWhatIf'],
    group: '年度工作',
    icon: ExperimentOutlined,
    page: lazyRouteComponent(() => import('../desks/results/whatIf/WhatIfPage.tsx'), 'WhatIfPage'),
  },
  {
    path: '$year/seals',
    title: '封存与审定',
    actions: ['readSeals'],
    group: '年度工作',
    icon: SafetyCertificateOutlined,
    page: lazyRouteComponent(() => import('../desks/results/seal/SealPage.tsx'), 'SealPage'),
  },
  {
    path: '$year/consequences',
    title: '结果运用',
    actions: ['readConsequences'],
    group: '年度工作',
    icon: NotificationOutlined,
    page: lazyRouteComponent(() => import('../desks/consequences/ConsequencesPage.tsx'), 'ConsequencesPage'),
  },
  {
    path: '$year/consequences/$unit/$rule',
    title: '结果运用',
    actions: ['readConsequences'],
    under: '$year/consequences',
    page: lazyRouteComponent(() => import('../desks/consequences/ConsequencePage.tsx'), 'ConsequencePage'),
  },
  ...ledgerDesks,
  ...routineDesks,
  ...drawDesks,
  ...roundsDesks,
  ...sheetsDesks,
  ...knowledgeDesks,
  {
    path: '$year/scheme',
    title: '本年度方案',
    actions: ['readScheme'],
    group: '方案与名册',
    icon: ReadOutlined,
    page: lazyRouteComponent(() => import('../desks/scheme/YearSchemePage.tsx'), 'YearSchemePage'),
  },
  {
    path: 'schemes',
    title: '方案版本',
    actions: ['readScheme'],
    group: '方案与名册',
    icon: FileTextOutlined,
    page: lazyRouteComponent(() => import('../desks/scheme/versions/SchemesPage.tsx'), 'SchemesPage'),
  },
  {
    path: 'schemes/new',
    title: '新建方案',
    actions: ['editScheme'],
    under: 'schemes',
    page: lazyRouteComponent(() => import('../desks/scheme/versions/NewSchemePage.tsx'), 'NewSchemePage'),
  },
  {
    path: 'schemes/$version',
    title: '方案',
    actions: ['readScheme'],
    under: 'schemes',
    page: lazyRouteComponent(() => import('../desks/scheme/SchemePage.tsx'), 'SchemePage'),
  },
  {
    path: 'schemes/$version/edit',
    title: '编制方案',
    actions: ['editScheme'],
    under: 'schemes',
    page: lazyRouteComponent(() => import('../desks/scheme/edit/EditPage.tsx'), 'EditPage'),
  },
  {
    path: 'schemes/$version/rulings/$ruling',
    title: '口径',
    actions: ['readScheme'],
    under: 'schemes',
    page: lazyRouteComponent(() => import('../desks/scheme/rulings/RulingPage.tsx'), 'RulingPage'),
  },
  {
    path: 'schemes/$version/difference',
    title: '版本比较',
    actions: ['readScheme'],
    under: 'schemes',
    page: lazyRouteComponent(() => import('../desks/scheme/versions/DifferencePage.tsx'), 'DifferencePage'),
  },
  {
    path: '$year/roster',
    title: '名册',
    actions: ['readRoster'],
    group: '方案与名册',
    icon: TeamOutlined,
    page: lazyRouteComponent(() => import('../desks/roster/RosterPage.tsx'), 'RosterPage'),
  },
  {
    path: '$year/roster/$unit',
    title: '单位',
    actions: ['readRoster'],
    under: '$year/roster',
    page: lazyRouteComponent(() => import('../desks/roster/UnitRosterPage.tsx'), 'UnitRosterPage'),
  },
  {
    path: '$year/newUnit',
    title: '增加单位',
    actions: ['editRoster'],
    under: '$year/roster',
    page: lazyRouteComponent(() => import('../desks/roster/NewUnitPage.tsx'), 'NewUnitPage'),
  },
  {
    path: '$year/imports',
    title: '导入与导出',
    actions: ['importFiles'],
    group: '方案与名册',
    icon: ImportOutlined,
    page: lazyRouteComponent(() => import('../desks/intake/ImportsPage.tsx'), 'ImportsPage'),
  },
  {
    path: 'firstSteps',
    title: '首次使用',
    actions: ['configure'],
    group: '管理',
    icon: CheckSquareOutlined,
    page: lazyRouteComponent(() => import('../desks/firstSteps/FirstStepsPage.tsx'), 'FirstStepsPage'),
  },
  {
    path: 'accounts',
    title: '账号',
    actions: ['readAccounts'],
    group: '管理',
    icon: TeamOutlined,
    page: lazyRouteComponent(() => import('../desks/accounts/AccountsPage.tsx'), 'AccountsPage'),
  },
  {
    path: 'accounts/new',
    title: '开设账号',
    actions: ['manageAccounts'],
    under: 'accounts',
    page: lazyRouteComponent(() => import('../desks/accounts/NewAccountPage.tsx'), 'NewAccountPage'),
  },
  {
    path: 'accounts/bulk',
    title: '成批开设账号',
    actions: ['manageAccounts'],
    under: 'accounts',
    page: lazyRouteComponent(() => import('../desks/accounts/BulkPage.tsx'), 'BulkPage'),
  },
  {
    path: 'accounts/rules',
    title: '登录规则',
    actions: ['readAccounts'],
    under: 'accounts',
    page: lazyRouteComponent(() => import('../desks/accounts/SignInRulesPage.tsx'), 'SignInRulesPage'),
  },
  {
    path: 'accounts/$account',
    title: '账号',
    actions: ['readAccounts'],
    under: 'accounts',
    page: lazyRouteComponent(() => import('../desks/accounts/AccountPage.tsx'), 'AccountPage'),
  },
  {
    path: 'trail',
    title: '留痕',
    actions: ['readTrail'],
    group: '管理',
    icon: AuditOutlined,
    page: lazyRouteComponent(() => import('../desks/audit/TrailPage.tsx'), 'TrailPage'),
  },
  {
    path: 'me',
    title: '我的账号',
    actions: [],
    icon: UserOutlined,
    page: lazyRouteComponent(() => import('../desks/me/MyAccountPage.tsx'), 'MyAccountPage'),
  },
]

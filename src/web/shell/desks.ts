import {
  ApartmentOutlined,
  AudioOutlined,
  AuditOutlined,
  BarsOutlined,
  BookOutlined,
  CarryOutOutlined,
  CheckSquareOutlined,
  EnvironmentOutlined,
  ExperimentOutlined,
  FileDoneOutlined,
  FileProtectOutlined,
  FileTextOutlined,
  FormOutlined,
  HistoryOutlined,
  HomeOutlined,
  IdcardOutlined,
  ImportOutlined,
  NotificationOutlined,
  SoundOutlined,
  NumberOutlined,
  OrderedListOutlined,
  PhoneOutlined,
  PieChartOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SnippetsOutlined,
  SolutionOutlined,
  TeamOutlined,
  ToolOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { Action } from '../../contract/access/actions.ts'
import type { CallAnswer } from '../client/call.ts'

type Phase = CallAnswer<'GET /api/years'>['years'][number]['phase']

/** A desk: one page of the web. It is hidden from people who have none of `actions`; an empty list means everybody signed in. */
export interface Desk {
  /** `$year/…` for a page of a year; further parameters as `$unit`. */
  readonly path: string
  readonly title: string
  readonly actions: readonly Action[]
  readonly page: AsyncRouteComponent<unknown>
  /** The stage under which the menu shows it; a page without one is reached from another, whose path is `under`. */
  readonly stage?: string
  readonly icon?: ComponentType
  readonly under?: string
  /** Shown only while there is no current year. */
  readonly withoutYear?: true
}

/** A stage of the year in the menu, with the phases in which its work is done. */
export interface Stage {
  readonly name: string
  readonly phases: readonly Phase[]
  readonly desks: readonly Desk[]
}

/** Every page of the desks, by its file; read when it is opened. */
const files = import.meta.glob<Readonly<Record<string, ComponentType>>>('../desks/**/*Page.tsx')

/** `file` is the page below `desks`, named as what it exports. */
function page(path: string, title: string, file: string, ...actions: readonly Action[]): Desk {
  const load = files[`../desks/${file}.tsx`]!
  return { path, title, actions, page: lazyRouteComponent(load, file.split('/').at(-1)!) }
}

/** A desk of the menu, with the pages reached from it. */
function desk(
  icon: ComponentType,
  [path, title, file, ...actions]: Parameters<typeof page>,
  ...below: readonly Desk[]
): readonly Desk[] {
  const own = page(path, title, file, ...actions)
  return [{ ...own, icon }, ...below.map(one => ({ ...one, under: path }))]
}

function stage(name: string, phases: readonly Phase[], ...desks: readonly (readonly Desk[])[]): Stage {
  const members = desks.flat().map(one => (one.under === undefined ? { ...one, stage: name } : one))
  return { name, phases, desks: members }
}

const without = page('home', '首页', 'home/HomePage')

/** The menu: stages of the year in their order, each with its desks. */
export const stages: readonly Stage[] = [
  stage(
    '总览',
    [],
    desk(HomeOutlined, ['$year/home', '首页', 'home/HomePage', 'readYear']),
    [{ ...without, icon: HomeOutlined, withoutYear: true }],
    desk(
      ScheduleOutlined,
      ['$year/year', '年度进展', 'year/ProgressPage', 'readYear'],
      page('$year/year/missing', '缺项清单', 'year/MissingPage', 'readYear'),
      page('$year/year/phases', '阶段与方案', 'year/PhasesPage', 'readYear'),
      page('openYear', '开启考核年度', 'year/OpenYearPage', 'openYear'),
    ),
  ),
  stage(
    '准备',
    ['prepared'],
    desk(ReadOutlined, ['$year/scheme', '本年度方案', 'scheme/YearSchemePage', 'readScheme']),
    desk(
      FileTextOutlined,
      ['schemes', '方案版本', 'scheme/versions/SchemesPage', 'readScheme'],
      page('schemes/new', '新建方案', 'scheme/versions/NewSchemePage', 'editScheme'),
      page('schemes/$version', '方案', 'scheme/SchemePage', 'readScheme'),
      page('schemes/$version/edit', '编制方案', 'scheme/edit/EditPage', 'editScheme'),
      page('schemes/$version/rulings/$ruling', '口径', 'scheme/rulings/RulingPage', 'readScheme'),
      page('schemes/$version/difference', '版本比较', 'scheme/versions/DifferencePage', 'readScheme'),
    ),
    desk(
      TeamOutlined,
      ['$year/roster', '名册', 'roster/RosterPage', 'readRoster'],
      page('$year/roster/$unit', '单位', 'roster/UnitRosterPage', 'readRoster'),
      page('$year/newUnit', '增加单位', 'roster/NewUnitPage', 'editRoster'),
    ),
    desk(ImportOutlined, ['$year/imports', '导入与导出', 'intake/ImportsPage', 'importFiles']),
  ),
  stage(
    '日常考核',
    ['running'],
    desk(
      BookOutlined,
      ['$year/ledger', '台账', 'ledger/LedgerPage', 'readLedger'],
      page('$year/ledgerBoard', '各单位台账', 'ledger/BoardPage', 'readLedger'),
      page('$year/ledgerPeriods', '台账期间截止', 'ledger/periods/PeriodsPage', 'closeLedgerPeriod'),
      page('$year/ledger/$unit', '单位台账', 'ledger/UnitLedgerPage', 'readLedger'),
      page('$year/ledger/$unit/new', '登记台账', 'ledger/entry/NewEntryPage', 'keepLedger'),
      page('$year/ledger/$unit/import', '从表格导入台账', 'ledger/importing/EntryImportPage', 'keepLedger'),
      page('$year/ledger/$unit/entries/$entry', '台账', 'ledger/entry/EntryPage', 'readLedger'),
    ),
    desk(
      AuditOutlined,
      ['$year/dualDebriefs', '双述双评', 'ledger/debriefs/DebriefsPage', 'readLedger'],
      page('$year/dualDebriefs/$debrief', '双述双评对象', 'ledger/debriefs/DebriefPage', 'readLedger'),
    ),
    desk(CarryOutOutlined, ['$year/remedies', '自查与整改', 'ledger/remedies/RemediesPage', 'readLedger']),
    desk(SolutionOutlined, ['$year/meetings', '会议和报送', 'routine/meetings/MeetingsPage', 'readRoutine']),
    desk(ApartmentOutlined, [
      '$year/leadDuty',
      '牵头职责',
      'routine/leadDuty/LeadDutyPage',
      'recordLeadDuty',
      'gradeMembers',
    ]),
    desk(
      BarsOutlined,
      ['$year/routine', '等次评定', 'routine/RoutinePage', 'readRoutine'],
      page('$year/routine/$unit/$component', '等次评定', 'routine/board/BoardPage', 'readRoutine'),
    ),
  ),
  stage(
    '实地核查',
    ['running'],
    desk(
      EnvironmentOutlined,
      ['$year/rounds', '核查安排', 'rounds/RoundsPage', 'readRounds'],
      page('$year/rounds/$round', '核查安排', 'rounds/RoundPage', 'readRounds'),
      page('$year/rounds/$round/schedule', '核查日程', 'rounds/SchedulePage', 'readRounds'),
      page('$year/rounds/$round/overview', '本轮情况', 'rounds/overview/OverviewPage', 'readSheets'),
      page('$year/inspectors', '核查人员', 'rounds/inspectors/InspectorsPage', 'planRounds'),
    ),
    desk(
      NumberOutlined,
      ['$year/draws', '抽签', 'draw/DrawsPage', 'readDraws'],
      page('$year/draws/$draw', '抽签结果', 'draw/DrawPage', 'readDraws'),
      page('$year/newDraw', '准备抽签', 'draw/NewDrawPage', 'holdDraw'),
      page('$year/drawLists', '抽签名单', 'draw/DrawListsPage', 'readDraws'),
      page('$year/drawLists/$unit', '单位抽签名单', 'draw/UnitListsPage', 'readDraws'),
      page('$year/drawSheets/$unit', '抽签记录', 'draw/DrawSheetPage', 'readDraws'),
    ),
    desk(
      FileDoneOutlined,
      ['$year/sheets', '核查表', 'sheets/SheetsPage', 'readSheets'],
      page('$year/sheets/$sheet', '核查表', 'sheets/SheetPage', 'readSheets'),
      page('$year/objections', '异议与裁定', 'sheets/ObjectionsPage', 'readSheets'),
      page('$year/objections/$finding', '异议', 'sheets/ObjectionPage', 'readSheets'),
    ),
    desk(
      FormOutlined,
      ['$year/tests', '知识测试', 'knowledge/TestsPage', 'readKnowledge'],
      page('$year/tests/$test', '知识测试', 'knowledge/TestPage', 'readKnowledge'),
      page('$year/tests/$test/slips', '打印答题条和纸质卷', 'knowledge/SlipsPage', 'holdExams'),
      page('$year/questions', '题库', 'knowledge/BankPage', 'editQuestions'),
    ),
  ),
  stage(
    '民意调查',
    ['running'],
    desk(
      PieChartOutlined,
      ['$year/surveys', '民意调查', 'survey/SurveysPage', 'readSurveys'],
      page('$year/newSurvey', '拟民意调查委托', 'survey/CommissionPage', 'commissionSurveys'),
      page('$year/surveys/$survey', '民意调查', 'survey/SurveyPage', 'readSurveys'),
      page('$year/surveys/$survey/commission', '修改委托', 'survey/CommissionPage', 'commissionSurveys'),
      page('$year/surveys/$survey/questionnaire', '问卷', 'survey/QuestionnairePage', 'readSurveys'),
      page('$year/surveys/$survey/calls', '督导访问', 'survey/CallsPage', 'conductSurveys'),
      page('$year/surveys/$survey/file', '导入结果文件', 'survey/FilePage', 'deliverSurveys'),
      page('$year/surveys/$survey/results', '民意调查结果', 'survey/AnalysisPage', 'readSurveyResults'),
    ),
    desk(PhoneOutlined, ['interview', '电话访问', 'survey/interview/InterviewPage', 'interview']),
  ),
  stage(
    '述职测评',
    ['running', 'debriefed'],
    desk(
      SnippetsOutlined,
      ['$year/reports', '述职报告', 'reports/ReportsPage', 'readReports'],
      page('$year/reports/$unit', '述职报告', 'reports/ReportPage', 'readReports'),
      page('$year/reports/$unit/takeIn', '代收述职报告', 'reports/TakeInPage', 'receiveReports'),
      page('$year/reportLateness', '述职报告迟报漏报', 'reports/LatenessPage', 'recordRoutine'),
    ),
    desk(
      AudioOutlined,
      ['$year/debriefs', '述职测评会议', 'meetings/DebriefsPage', 'listMeetings'],
      page('$year/debriefs/$meeting', '述职测评会议', 'meetings/DebriefPage', 'readMeetings'),
      page('$year/debriefs/$meeting/slips', '票条', 'meetings/slips/SlipsPage', 'holdBallots'),
      page('$year/debriefs/$meeting/paper', '纸质票', 'meetings/paper/PaperPage', 'readBallots'),
      page(
        '$year/debriefs/$meeting/paper/$voterClass/print',
        '打印纸质票',
        'meetings/paper/PrintPaperPage',
        'holdBallots',
      ),
      page(
        '$year/debriefs/$meeting/paper/$voterClass/enter',
        '录入纸质票',
        'meetings/paper/EnterPage',
        'holdBallots',
      ),
      page(
        '$year/debriefs/$meeting/paper/sheets/$sheet',
        '一张纸质票',
        'meetings/paper/PaperSheetPage',
        'holdBallots',
      ),
      page('$year/debriefs/$meeting/network', '会场网络', 'meetings/slips/NetworkPage', 'holdBallots'),
    ),
  ),
  stage(
    '计分与审定',
    ['debriefed', 'scored', 'sealed'],
    desk(
      OrderedListOutlined,
      ['$year/ranking', '排名', 'results/ranking/RankingPage', 'readRanking'],
      page('$year/units/$unit', '单位结果', 'results/unit/UnitPage', 'readUnitResult'),
      page('$year/firmness', '名次稳固程度', 'results/firmness/FirmnessPage', 'readFirmness'),
    ),
    desk(ExperimentOutlined, ['$year/whatIf', '试算', 'results/whatIf/WhatIfPage', 'tryWhatIf']),
    desk(
      SafetyCertificateOutlined,
      ['$year/seals', '封存与审定', 'results/seal/SealPage', 'readSeals'],
      page('$year/decisions', '研究事项', 'results/decisions/DecisionsPage', 'readFacts'),
    ),
  ),
  stage(
    '反馈与运用',
    ['approved', 'fedBack', 'rectifying', 'published', 'closed'],
    desk(
      NotificationOutlined,
      ['$year/consequences', '结果运用', 'consequences/ConsequencesPage', 'readConsequences'],
      page('$year/consequences/$unit/$rule', '结果运用', 'consequences/ConsequencePage', 'readConsequences'),
    ),
    desk(
      FileProtectOutlined,
      ['$year/documents', '公文', 'documents/DocumentsPage', 'readDocuments'],
      page('$year/documents/$document', '一份公文', 'documents/DocumentPage', 'readDocuments'),
      page('documentStyle', '公文格式检查', 'documents/DocumentStylePage', 'draftDocuments'),
      page('documentTemplates', '公文模板', 'documents/DocumentTemplatesPage', 'keepTemplates'),
      page('documentIssuers', '发文机关', 'documents/DocumentIssuersPage', 'issueDocuments'),
    ),
    desk(
      ToolOutlined,
      ['$year/problems', '问题与整改', 'rectify/ProblemsPage', 'readProblems'],
      page('$year/problems/board', '整改情况', 'rectify/RectifyBoardPage', 'readProblems'),
      page('$year/problems/proposals', '提出问题', 'rectify/ProposalsPage', 'draftProblems'),
      page('$year/problems/$unit/$problem', '问题', 'rectify/ProblemPage', 'readProblems'),
    ),
    desk(SoundOutlined, ['$year/publication', '公示', 'publish/PublicationPage', 'readPublication']),
  ),
  stage(
    '管理',
    [],
    desk(CheckSquareOutlined, ['firstSteps', '本单位', 'firstSteps/FirstStepsPage', 'configure']),
    desk(
      IdcardOutlined,
      ['accounts', '账号', 'accounts/AccountsPage', 'readAccounts'],
      page('accounts/new', '开设账号', 'accounts/NewAccountPage', 'manageAccounts'),
      page('accounts/bulk', '成批开设账号', 'accounts/BulkPage', 'manageAccounts'),
      page('accounts/rules', '登录规则', 'accounts/SignInRulesPage', 'readAccounts'),
      page('accounts/$account', '账号', 'accounts/AccountPage', 'readAccounts'),
    ),
    desk(HistoryOutlined, ['trail', '留痕', 'audit/TrailPage', 'readTrail']),
  ),
]

/** All desks, in the order of the menu. People arrive at the first that they may see. */
export const desks: readonly Desk[] = [
  ...stages.flatMap(one => one.desks),
  { ...page('me', '我的账号', 'me/MyAccountPage'), icon: UserOutlined },
]

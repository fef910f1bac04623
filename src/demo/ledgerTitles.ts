/** Titles of the demo ledger (台账) by counter, in the order of the year; the titles of one counter are used in sequence, then repeat. */
export const ledgerTitles: Readonly<Record<string, readonly string[]>> = {
  boardMeeting: [
    '党组会专题研究年度党建工作要点',
    '党组会听取支部工作汇报并部署二季度党建',
    '党组会研究党建经费和阵地建设',
    '党组会研究主题教育安排和问题整改',
    '党组会听取党建责任清单落实情况',
  ],
  studyGroupSession: [
    '中心组学习全国两会精神',
    '中心组学习基层党建制度文件',
    '中心组学习专题辅导和交流发言',
    '中心组学习经济工作部署',
  ],
  fridayStudy: [
    '周五集中学习：党章修正案',
    '周五集中学习：业务与党建融合案例',
    '周五集中学习：支部工作规范',
    '周五集中学习：典型案例通报',
    '周五集中学习：主题党日学习材料',
    '周五集中学习：政策文件导读',
    '周五集中学习：先进事迹报告',
  ],
  fieldResearch: [
    '到联系点调研支部建设',
    '到帮扶村调研产业发展',
    '到企业调研服务需求',
    '到基层站所调研队伍状况',
    '到社区调研共建项目',
    '到项目一线调研推进情况',
  ],
  themedPartyDay: [
    '主题党日：学党章、交党费',
    '主题党日：重温入党誓词',
    '主题党日：义务植树',
    '主题党日：清明祭扫烈士墓',
    '主题党日：参观廉政教育基地',
    '主题党日：党员政治生日',
    '主题党日：七一表彰和党课',
    '主题党日：走访困难党员',
    '主题党日：志愿服务进小区',
    '主题党日：红色影片观看和讨论',
    '主题党日：民主评议准备会',
    '主题党日：年度总结和承诺践诺',
  ],
  onePlusOne: [
    '“1+1”共建：与村支部联学',
    '“1+1”共建：送技术下乡',
    '“1+1”共建：慰问结对户',
    '“1+1”共建：共同开展党课',
    '“1+1”共建：产业项目对接',
    '“1+1”共建：联办文体活动',
  ],
  communityService: [
    '进社区：环境卫生整治',
    '进社区：政策宣讲和咨询',
    '进社区：交通文明劝导',
    '进社区：困难家庭走访',
    '进社区：义诊和便民服务',
  ],
  monthlyUpload: ['红星云上传当月组织生活资料'],
}

/** Demo entries kept only for the record. */
export const keptTitles: readonly {
  readonly kind: string
  readonly title: string
  readonly monthDay: string
}[] = [
  { kind: 'dualDebrief', title: '支部书记双述双评会议', monthDay: '12-06' },
  { kind: 'return', title: '报送半年党建工作总结', monthDay: '06-28' },
  { kind: 'notice', title: '印发年度党建工作要点', monthDay: '02-09' },
  { kind: 'visit', title: '走访慰问离退休老党员', monthDay: '01-30' },
]

/** Reasons for entries made after the deadline. */
export const lateReasons: readonly string[] = [
  '联络员外出培训，回来后补录',
  '活动材料月底才收齐',
  '联络员调整，交接后补录',
  '系统账号开通较晚',
]

/** Problems found in self-checks, with the measures taken. */
export const selfChecks: readonly { readonly problem: string; readonly measure: string }[] = [
  { problem: '个别支部主题党日记录不完整', measure: '统一记录本样式，每次活动后三天内补全并由支部书记签字' },
  { problem: '集中学习请假的人员没有补学', measure: '建立补学登记，每月末由组织委员核对' },
  { problem: '党务公开栏更新不及时', measure: '明确专人，每月5日前更新' },
  { problem: '共建活动方案和总结没有成套归档', measure: '一次活动一个文件夹，方案、照片、小结齐全后归档' },
]

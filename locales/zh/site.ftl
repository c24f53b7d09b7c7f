# The site itself: its home, its own pages, its map, its styles.

# Masthead and foot.
nav-cities = 城市
nav-people = 人物
nav-site = 关于本网站
nav-data = 开放数据
nav-source = 源代码
imprint = 版本说明
privacy = 隐私
terms = 使用条款
accessibility = 无障碍

# The network's own pages.
own-incomplete = 这份文字随程序提供，本网站的管理者尚未补充完整：方括号中的内容仍待填写。自己的文字请放入 { $file }。

# The map.
map-title = 地图上的案例
map-title-search = 地图上关于“{ $words }”的案例
map-description = 案例在哪里：一张城市地图，旁边是同样城市的列表。
map-regions = 世界各地
map-world = 世界
map-drawing = 有案例的城市地图；每个标记都是链接
map-skip = 跳过地图，转到城市列表
map-closer = 放大
map-out = 缩小
map-about = 一个标记代表一座城市，点击查看其案例。一个圆环代表多座城市，点击放大。轮廓只表示陆地，不表示边界。
map-pin = { $country }{ $city }：{ $cases }
map-cluster = { $cities }，{ $cases }：{ $names }……
map-cities = { $n } 座城市
map-list = 地图的这一部分有 { $n } 座城市
map-empty = 这次搜索的城市没有一座在这里。
map-all = 显示全部 { $n } 座城市
map-elsewhere = 别处还有 { $n } 座城市：查看全世界

# Home.
home-empty-import = 导入您自己的案例，来自 JSON Lines 或电子表格：
home-empty-follow = 关注另一个网络的站点；对方的案例几秒钟后就会出现在这里：
home-empty-look = 在 kontor.toml 中设置本网站的名称、颜色和欢迎词：

home-featured = 编辑精选
home-map = 世界各地
home-map-open = 打开地图
home-topics-all = 全部主题和子主题
home-goals-all = 各目标及其具体目标
home-follow-more = 更多关注方式，适用于任何服务器

# The page of styles, for those who build pages.
style-title = 样式
style-what = 本网站的每个设计变量和组件，及其所有状态。
style-type = 文字
style-pangram = 视野无限广，窗外有蓝天；城市、人民与水：永和九年
style-colours = 颜色
style-day = 日间
style-night = 夜间
style-least = 至少
style-text = 文字
style-ground = 底色
style-contrast = 对比度（计算值）
style-enough = 足够
style-little = 不足
style-space = 间距和圆角
style-cards = 卡片
style-chips = 标签、目标、主题
style-buttons = 按钮和链接
style-button = 发布
style-button-quiet = 暂不
style-button-grave = 撤回案例
style-button-off = 无法按下
style-forms = 表单
style-field = 标题
style-field-help = 最多300个字符。说明做了什么、在哪里做。
style-field-wrong = 这个标题有312个字符，超出12个。
style-field-optional = （选填）
style-field-off = 无法更改
style-field-choice = 状态
style-field-text = 解决方案
style-field-check = 在页面上显示我的姓名
style-field-one = 任选其一
style-notices = 提示
style-notice = 本次征集三天后截止。
style-notice-good = 已发布。其他服务器几秒钟内就会收到。
style-notice-bad = 有两个字段需要再看一下：
style-tables = 表格
style-tabs = 标签页和页码
style-empty = 没有内容的时候
style-facts = 事实
style-dialog = 一个问题
style-dialog-title = 要撤回这个案例吗？
style-dialog-text = 页面将说明案例已撤回以及撤回的原因。其他服务器会得到通知。

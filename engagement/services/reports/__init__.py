from engagement.services.reports.deciding import decide_reports
from engagement.services.reports.filing import file_report
from engagement.services.reports.targets import Target

__all__ = ["Target", "decide_reports", "file_report"]

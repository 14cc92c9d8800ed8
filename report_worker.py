"""The process that writes large files: `ChildProcess` of reports/elsewhere.py starts it.

It composes the same services from the same settings, does one task at the lowest priority, and
writes nothing into the database.
"""

from __future__ import annotations

import base64
import errno
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import IO, Any

from sqlalchemy import func, select

from bootstrap import Services, build_services
from calendar_integration.booking import BookingService
from chatbot.store import conversations, turns
from config import Settings
from core.clock import SettableClock, SystemClock
from core.database import Database
from core.errors import ParleyError
from leads.exporting import LeadExport
from leads.model import LeadFilter
from leads.service import LeadService
from reports.elsewhere import DISK_FULL, UNAVAILABLE, as_filter, as_wanted
from reports.reading import DayReader
from reports.workbook import Sheets
from reports.writing import ReportWriter
from web.logging import set_up_logging

_NICENESS = 10
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

/** Search, in Arabic: of Studio's namespace `studio`. */
export const studioSearch = {
  "search.action-open-aria-label": "فتح البحث",
  "search.action.add-filter": "إضافة مرشّح",
  "search.action.clear-filters": "مسح المرشّحات",
  "search.action.clear-recent-searches": "مسح عمليات البحث الأخيرة",
  "search.action.clear-type-filters-aria-label": "مسح المرشّحات المختارة",
  "search.action.clear-type-filters-label": "مسح",
  "search.action.close-search-aria-label": "إغلاق البحث",
  "search.action.filter-by-document-type-aria-label": "الترشيح حسب نوع المستند",
  "search.action.remove-filter-aria-label": "إزالة المرشّح",
  "search.action.search-all-types": "البحث في كل المستندات",
  "search.action.search-specific-types": "البحث عن {{types, list}}",
  "search.action.search-specific-types-truncated": "البحث عن {{types, list}} و{{count}} غيرها",
  "search.action.select-asset": "اختيار ملف وسائط",
  "search.action.select-asset_file": "اختيار ملف",
  "search.action.select-asset_image": "اختيار صورة",
  "search.action.toggle-filters-aria-label_hide": "إخفاء المرشّحات",
  "search.action.toggle-filters-aria-label_show": "إظهار المرشّحات",
  "search.action.toggle-filters-label_hide": "إخفاء المرشّحات",
  "search.action.toggle-filters-label_show": "إظهار المرشّحات",
  "search.button.tooltip": "بحث",
  "search.document-type-list": "{{types, list}}",
  "search.document-type-list-all-types": "كل الأنواع",
  "search.document-type-list-truncated": "{{types, list}} و{{count}} غيرها",
  "search.document-types-aria-label": "أنواع المستندات",
  "search.document-types-no-matches-found": "لا مطابق لـ{{filter}}",
  "search.error.display-filter-description": "قد يعني هذا أن في المخطط خيارات غير صالحة.",
  "search.error.display-filter-title": "حدث خطأ عند عرض هذا المرشّح.",
  "search.error.no-valid-asset-source-check-config-description": "تأكد من أنه مفعّل في ملف إعدادات الاستوديو.",
  "search.error.no-valid-asset-source-only-default-description": "مصدر الوسائط الافتراضي وحده مدعوم حاليًا.",
  "search.error.no-valid-asset-source-title": "لا مصادر وسائط صالحة.",
  "search.error.unspecified-error-help-description": "حاول مجددًا أو تحقق من اتصالك",
  "search.error.unspecified-error-title": "حدث خطأ أثناء البحث",
  "search.filter-all-fields-header": "كل الحقول",
  "search.filter-asset-change_file": "تغيير الملف",
  "search.filter-asset-change_image": "تغيير الصورة",
  "search.filter-asset-clear": "مسح",
  "search.filter-asset-select_file": "اختيار ملف",
  "search.filter-asset-select_image": "اختيار صورة",
  "search.filter-boolean-false": "لا",
  "search.filter-boolean-true": "نعم",
  "search.filter-by-title-aria-label": "الترشيح حسب العنوان",
  "search.filter-date-aria-label": "التاريخ",
  "search.filter-date-range-end-date-aria-label": "تاريخ النهاية",
  "search.filter-date-range-start-date-aria-label": "تاريخ البداية",
  "search.filter-date-unit-aria-label": "اختيار الوحدة",
  "search.filter-date-unit_days": "أيام",
  "search.filter-date-unit_months": "أشهر",
  "search.filter-date-unit_years": "سنوات",
  "search.filter-date-value-aria-label": "عدد الوحدات",
  "search.filter-field-tooltip-description": "وصف الحقل",
  "search.filter-field-tooltip-name": "اسم الحقل",
  "search.filter-field-tooltip-used-in-document-types": "مستخدم في أنواع المستندات",
  "search.filter-no-matches-found": "لا مطابق لـ{{filter}}",
  "search.filter-number-max-value-placeholder": "أكبر قيمة",
  "search.filter-number-min-value-placeholder": "أصغر قيمة",
  "search.filter-number-value-placeholder": "القيمة",
  "search.filter-placeholder": "ترشيح",
  "search.filter-reference-clear": "مسح",
  "search.filter-shared-fields-header": "الحقول المشتركة",
  "search.filter-string-value-placeholder": "القيمة",
  "search.filter-string-value-select-predefined-value": "اختيار…",
  "search.filters-aria-label_one": "مرشّح",
  "search.filters-aria-label_zero": "مرشّحات",
  "search.filters-aria-label_two": "مرشّحان",
  "search.filters-aria-label_few": "مرشّحات",
  "search.filters-aria-label_many": "مرشّحات",
  "search.filters-aria-label_other": "مرشّحات",
  "search.instructions": "استخدم <ControlsIcon/> لتضييق بحثك",
  "search.no-results-help-description": "جرّب كلمة أخرى أو غيّر المرشّحات",
  "search.no-results-title": "لا نتائج",
  "search.operator.array-count-equal.description_one":
    "<Field/> <Operator>فيه</Operator> <Value>عنصر واحد</Value>",
  "search.operator.array-count-equal.description_zero":
    "<Field/> <Operator>فيه</Operator> <Value>0 عناصر</Value>",
  "search.operator.array-count-equal.description_two":
    "<Field/> <Operator>فيه</Operator> <Value>عنصران</Value>",
  "search.operator.array-count-equal.description_few":
    "<Field/> <Operator>فيه</Operator> <Value>{{count}} عناصر</Value>",
  "search.operator.array-count-equal.description_many":
    "<Field/> <Operator>فيه</Operator> <Value>{{count}} عنصرًا</Value>",
  "search.operator.array-count-equal.description_other":
    "<Field/> <Operator>فيه</Operator> <Value>{{count}} عنصر</Value>",
  "search.operator.array-count-equal.name": "العدد يساوي",
  "search.operator.array-count-gt.description_one":
    "<Field/> <Operator>فيه أكثر من</Operator> <Value>عنصر واحد</Value>",
  "search.operator.array-count-gt.description_zero":
    "<Field/> <Operator>فيه أكثر من</Operator> <Value>0 عناصر</Value>",
  "search.operator.array-count-gt.description_two":
    "<Field/> <Operator>فيه أكثر من</Operator> <Value>عنصرين</Value>",
  "search.operator.array-count-gt.description_few":
    "<Field/> <Operator>فيه أكثر من</Operator> <Value>{{count}} عناصر</Value>",
  "search.operator.array-count-gt.description_many":
    "<Field/> <Operator>فيه أكثر من</Operator> <Value>{{count}} عنصرًا</Value>",
  "search.operator.array-count-gt.description_other":
    "<Field/> <Operator>فيه أكثر من</Operator> <Value>{{count}} عنصر</Value>",
  "search.operator.array-count-gt.name": "العدد أكبر من",
  "search.operator.array-count-gte.description_one":
    "<Field/> <Operator>فيه على الأقل</Operator> <Value>عنصر واحد</Value>",
  "search.operator.array-count-gte.description_zero":
    "<Field/> <Operator>فيه على الأقل</Operator> <Value>0 عناصر</Value>",
  "search.operator.array-count-gte.description_two":
    "<Field/> <Operator>فيه على الأقل</Operator> <Value>عنصران</Value>",
  "search.operator.array-count-gte.description_few":
    "<Field/> <Operator>فيه على الأقل</Operator> <Value>{{count}} عناصر</Value>",
  "search.operator.array-count-gte.description_many":
    "<Field/> <Operator>فيه على الأقل</Operator> <Value>{{count}} عنصرًا</Value>",
  "search.operator.array-count-gte.description_other":
    "<Field/> <Operator>فيه على الأقل</Operator> <Value>{{count}} عنصر</Value>",
  "search.operator.array-count-gte.name": "العدد أكبر من أو يساوي",
  "search.operator.array-count-lt.description_one":
    "<Field/> <Operator>فيه أقل من</Operator> <Value>عنصر واحد</Value>",
  "search.operator.array-count-lt.description_zero":
    "<Field/> <Operator>فيه أقل من</Operator> <Value>0 عناصر</Value>",
  "search.operator.array-count-lt.description_two":
    "<Field/> <Operator>فيه أقل من</Operator> <Value>عنصرين</Value>",
  "search.operator.array-count-lt.description_few":
    "<Field/> <Operator>فيه أقل من</Operator> <Value>{{count}} عناصر</Value>",
  "search.operator.array-count-lt.description_many":
    "<Field/> <Operator>فيه أقل من</Operator> <Value>{{count}} عنصرًا</Value>",
  "search.operator.array-count-lt.description_other":
    "<Field/> <Operator>فيه أقل من</Operator> <Value>{{count}} عنصر</Value>",
  "search.operator.array-count-lt.name": "العدد أقل من",
  "search.operator.array-count-lte.description_one":
    "<Field/> <Operator>فيه على الأكثر</Operator> <Value>عنصر واحد</Value>",
  "search.operator.array-count-lte.description_zero":
    "<Field/> <Operator>فيه على الأكثر</Operator> <Value>0 عناصر</Value>",
  "search.operator.array-count-lte.description_two":
    "<Field/> <Operator>فيه على الأكثر</Operator> <Value>عنصران</Value>",
  "search.operator.array-count-lte.description_few":
    "<Field/> <Operator>فيه على الأكثر</Operator> <Value>{{count}} عناصر</Value>",
  "search.operator.array-count-lte.description_many":
    "<Field/> <Operator>فيه على الأكثر</Operator> <Value>{{count}} عنصرًا</Value>",
  "search.operator.array-count-lte.description_other":
    "<Field/> <Operator>فيه على الأكثر</Operator> <Value>{{count}} عنصر</Value>",
  "search.operator.array-count-lte.name": "العدد أقل من أو يساوي",
  "search.operator.array-count-not-equal.description_one":
    "<Field/> <Operator>ليس فيه</Operator> <Value>عنصر واحد</Value>",
  "search.operator.array-count-not-equal.description_zero":
    "<Field/> <Operator>ليس فيه</Operator> <Value>0 عناصر</Value>",
  "search.operator.array-count-not-equal.description_two":
    "<Field/> <Operator>ليس فيه</Operator> <Value>عنصران</Value>",
  "search.operator.array-count-not-equal.description_few":
    "<Field/> <Operator>ليس فيه</Operator> <Value>{{count}} عناصر</Value>",
  "search.operator.array-count-not-equal.description_many":
    "<Field/> <Operator>ليس فيه</Operator> <Value>{{count}} عنصرًا</Value>",
  "search.operator.array-count-not-equal.description_other":
    "<Field/> <Operator>ليس فيه</Operator> <Value>{{count}} عنصر</Value>",
  "search.operator.array-count-not-equal.name": "العدد لا يساوي",
  "search.operator.array-count-range.description":
    "<Field/> <Operator>عدد عناصره بين</Operator> <Value>{{from}} ← {{to}}</Value>",
  "search.operator.array-count-range.name": "العدد بين",
  "search.operator.array-list-includes.description":
    "<Field/> <Operator>يتضمن</Operator> <Value>{{value}}</Value>",
  "search.operator.array-list-includes.name": "يتضمن",
  "search.operator.array-list-not-includes.description":
    "<Field/> <Operator>لا يتضمن</Operator> <Value>{{value}}</Value>",
  "search.operator.array-list-not-includes.name": "لا يتضمن",
  "search.operator.array-reference-includes.description":
    "<Field/> <Operator>يتضمن</Operator> <Value>{{value}}</Value>",
  "search.operator.array-reference-includes.name": "يتضمن",
  "search.operator.array-reference-not-includes.description":
    "<Field/> <Operator>لا يتضمن</Operator> <Value>{{value}}</Value>",
  "search.operator.array-reference-not-includes.name": "لا يتضمن",
  "search.operator.asset-file-equal.description": "<Field/> <Operator>هو</Operator> <Value>{{value}}</Value>",
  "search.operator.asset-file-equal.name": "هو",
  "search.operator.asset-file-not-equal.description":
    "<Field/> <Operator>ليس</Operator> <Value>{{value}}</Value>",
  "search.operator.asset-file-not-equal.name": "ليس",
  "search.operator.asset-image-equal.description":
    "<Field/> <Operator>هو</Operator> <Value>{{value}}</Value>",
  "search.operator.asset-image-equal.name": "هو",
  "search.operator.asset-image-not-equal.description":
    "<Field/> <Operator>ليس</Operator> <Value>{{value}}</Value>",
  "search.operator.asset-image-not-equal.name": "ليس",
  "search.operator.boolean-equal.description": "<Field/> <Operator>هو</Operator> <Value>{{value}}</Value>",
  "search.operator.boolean-equal.name": "هو",
  "search.operator.date-after.description": "<Field/> <Operator>بعد</Operator> <Value>{{value}}</Value>",
  "search.operator.date-after.name": "بعد",
  "search.operator.date-before.description": "<Field/> <Operator>قبل</Operator> <Value>{{value}}</Value>",
  "search.operator.date-before.name": "قبل",
  "search.operator.date-equal.description": "<Field/> <Operator>هو</Operator> <Value>{{value}}</Value>",
  "search.operator.date-equal.name": "هو",
  "search.operator.date-last.description": "<Field/> <Operator>خلال آخر</Operator> <Value>{{value}}</Value>",
  "search.operator.date-last.name": "خلال آخر",
  "search.operator.date-not-equal.description": "<Field/> <Operator>ليس</Operator> <Value>{{value}}</Value>",
  "search.operator.date-not-equal.name": "ليس",
  "search.operator.date-range.description": "<Field/> <Operator>بين</Operator> <Value/>",
  "search.operator.date-range.name": "بين",
  "search.operator.date-time-after.description": "<Field/> <Operator>بعد</Operator> <Value>{{value}}</Value>",
  "search.operator.date-time-after.name": "بعد",
  "search.operator.date-time-before.description":
    "<Field/> <Operator>قبل</Operator> <Value>{{value}}</Value>",
  "search.operator.date-time-before.name": "قبل",
  "search.operator.date-time-equal.description": "<Field/> <Operator>هو</Operator> <Value>{{value}}</Value>",
  "search.operator.date-time-equal.name": "هو",
  "search.operator.date-time-last.description":
    "<Field/> <Operator>خلال آخر</Operator> <Value>{{value}}</Value>",
  "search.operator.date-time-last.name": "خلال آخر",
  "search.operator.date-time-not-equal.description":
    "<Field/> <Operator>ليس</Operator> <Value>{{value}}</Value>",
  "search.operator.date-time-not-equal.name": "ليس",
  "search.operator.date-time-range.description": "<Field/> <Operator>بين</Operator> <Value/>",
  "search.operator.date-time-range.name": "بين",
  "search.operator.defined.description": "<Field/> <Operator>هو</Operator> <Value>غير فارغ</Value>",
  "search.operator.defined.name": "غير فارغ",
  "search.operator.not-defined.description": "<Field/> <Operator>هو</Operator> <Value>فارغ</Value>",
  "search.operator.not-defined.name": "فارغ",
  "search.operator.number-equal.description": "<Field/> <Operator>هو</Operator> <Value>{{value}}</Value>",
  "search.operator.number-equal.name": "هو",
  "search.operator.number-gt.description": "<Field/> <Operator>></Operator> <Value>{{value}}</Value>",
  "search.operator.number-gt.name": "أكبر من",
  "search.operator.number-gte.description": "<Field/> <Operator>≥</Operator> <Value>{{value}}</Value>",
  "search.operator.number-gte.name": "أكبر من أو يساوي",
  "search.operator.number-lt.description": "<Field/> <Operator><</Operator> <Value>{{value}}</Value>",
  "search.operator.number-lt.name": "أقل من",
  "search.operator.number-lte.description": "<Field/> <Operator>≤</Operator> <Value>{{value}}</Value>",
  "search.operator.number-lte.name": "أقل من أو يساوي",
  "search.operator.number-not-equal.description":
    "<Field/> <Operator>ليس</Operator> <Value>{{value}}</Value>",
  "search.operator.number-not-equal.name": "ليس",
  "search.operator.number-range.description":
    "<Field/> <Operator>بين</Operator> <Value>{{from}} ← {{to}}</Value>",
  "search.operator.number-range.name": "بين",
  "search.operator.portable-text-contains.description":
    "<Field/> <Operator>يحتوي على</Operator> <Value>{{value}}</Value>",
  "search.operator.portable-text-contains.name": "يحتوي على",
  "search.operator.portable-text-equal.description":
    "<Field/> <Operator>هو</Operator> <Value>{{value}}</Value>",
  "search.operator.portable-text-equal.name": "هو",
  "search.operator.portable-text-not-contains.description":
    "<Field/> <Operator>لا يحتوي على</Operator> <Value>{{value}}</Value>",
  "search.operator.portable-text-not-contains.name": "لا يحتوي على",
  "search.operator.portable-text-not-equal.description":
    "<Field/> <Operator>ليس</Operator> <Value>{{value}}</Value>",
  "search.operator.portable-text-not-equal.name": "ليس",
  "search.operator.reference-asset-file.description":
    "<Field/> <Operator>←</Operator> <Value>{{value}}</Value>",
  "search.operator.reference-asset-file.name": "ملف",
  "search.operator.reference-asset-image.description":
    "<Field/> <Operator>←</Operator> <Value>{{value}}</Value>",
  "search.operator.reference-asset-image.name": "صورة",
  "search.operator.reference-document.description":
    "<Field/> <Operator>←</Operator> <Value>{{value}}</Value>",
  "search.operator.reference-document.name": "مستند",
  "search.operator.reference-equal.description": "<Field/> <Operator>هو</Operator> <Value>{{value}}</Value>",
  "search.operator.reference-equal.name": "هو",
  "search.operator.reference-not-equal.description":
    "<Field/> <Operator>ليس</Operator> <Value>{{value}}</Value>",
  "search.operator.reference-not-equal.name": "ليس",
  "search.operator.slug-contains.description":
    "<Field/> <Operator>يحتوي على</Operator> <Value>{{value}}</Value>",
  "search.operator.slug-contains.name": "يحتوي على",
  "search.operator.slug-equal.description": "<Field/> <Operator>هو</Operator> <Value>{{value}}</Value>",
  "search.operator.slug-equal.name": "هو",
  "search.operator.slug-not-contains.description":
    "<Field/> <Operator>لا يحتوي على</Operator> <Value>{{value}}</Value>",
  "search.operator.slug-not-contains.name": "لا يحتوي على",
  "search.operator.slug-not-equal.description": "<Field/> <Operator>ليس</Operator> <Value>{{value}}</Value>",
  "search.operator.slug-not-equal.name": "ليس",
  "search.operator.string-contains.description":
    "<Field/> <Operator>يحتوي على</Operator> <Value>{{value}}</Value>",
  "search.operator.string-contains.name": "يحتوي على",
  "search.operator.string-equal.description": "<Field/> <Operator>هو</Operator> <Value>{{value}}</Value>",
  "search.operator.string-equal.name": "هو",
  "search.operator.string-list-equal.description":
    "<Field/> <Operator>هو</Operator> <Value>{{value}}</Value>",
  "search.operator.string-list-equal.name": "هو",
  "search.operator.string-list-not-equal.description":
    "<Field/> <Operator>ليس</Operator> <Value>{{value}}</Value>",
  "search.operator.string-list-not-equal.name": "ليس",
  "search.operator.string-not-contains.description":
    "<Field/> <Operator>لا يحتوي على</Operator> <Value>{{value}}</Value>",
  "search.operator.string-not-contains.name": "لا يحتوي على",
  "search.operator.string-not-equal.description":
    "<Field/> <Operator>ليس</Operator> <Value>{{value}}</Value>",
  "search.operator.string-not-equal.name": "ليس",
  "search.ordering.best-match-label": "أفضل تطابق",
  "search.ordering.created-ascending-label": "الإنشاء: الأقدم أولًا",
  "search.ordering.created-descending-label": "الإنشاء: الأحدث أولًا",
  "search.ordering.updated-ascending-label": "التحديث: الأقدم أولًا",
  "search.ordering.updated-descending-label": "التحديث: الأحدث أولًا",
  "search.placeholder": "بحث",
  "search.recent-searches-aria-label": "عمليات البحث الأخيرة",
  "search.recent-searches-label": "عمليات البحث الأخيرة",
  "search.search-results-aria-label": "نتائج البحث",
} as const;

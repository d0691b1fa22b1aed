from django.forms.renderers import TemplatesSetting


class NkRenderer(TemplatesSetting):
    """Our own templates for forms."""

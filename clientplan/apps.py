from django.apps import AppConfig


class ClientplanConfig(AppConfig):
    name = "clientplan"
